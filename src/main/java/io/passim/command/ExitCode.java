package io.passim.command;

/** What the process ends with. */
final class ExitCode {
  static final int DONE = 0;

  /** It could not be done: the evaluation failed, or the data directory is in use. */
  static final int FAILED = 1;

  /** What was asked for is wrong: the command line, the dataset, a collection. */
  static final int USAGE = 2;

  private ExitCode() {}
}
