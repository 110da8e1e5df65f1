package io.passim.web.protocol;

/**
 * An error, after RFC 9457.
 *
 * @param code stable and machine-readable
 */
public record ProblemView(String type, String title, int status, String detail, String code) {
  /** An error that {@code code} and {@code status} say all about. */
  public static ProblemView of(int status, String title, String code, String detail) {
    return new ProblemView("about:blank", title, status, detail, code);
  }
}
