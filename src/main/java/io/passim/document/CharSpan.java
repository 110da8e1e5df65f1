package io.passim.document;

/**
 * A half-open range of UTF-16 code units, {@code [start, end)}, as {@link String#substring(int,
 * int)} takes it.
 *
 * @param start first code unit, at least 0
 * @param end one past the last code unit, at least {@code start}
 */
public record CharSpan(int start, int end) {
  public CharSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  public int length() {
    return end - start;
  }

  public boolean contains(CharSpan other) {
    return start <= other.start && other.end <= end;
  }

  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  public boolean overlaps(CharSpan other) {
    return start < other.end && other.start < end;
  }

  /** The same range, {@code by} code units further on. */
  public CharSpan shift(int by) {
    return new CharSpan(start + by, end + by);
  }

  /**
   * The words of this span.
   *
   * @throws IndexOutOfBoundsException if the span does not lie within {@code text}
   */
  public String of(String text) {
    return text.substring(start, end);
  }
}
