package io.passim.command;

/** Where the command line speaks: one line or text at a time. Any thread may call. */
@SuppressForbidden("a command prints")
final class Terminal {
  private Terminal() {}

  /** What was asked for, which may be sent to a file; ends its lines itself. */
  static void print(String result) {
    System.out.print(result);
    System.out.flush();
  }

  /** What a person is to know beside it: one line. */
  static void tell(String message) {
    System.err.println(message);
  }
}
