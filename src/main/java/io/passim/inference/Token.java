package io.passim.inference;

import io.passim.document.CharSpan;
import org.jspecify.annotations.Nullable;

/**
 * One token of a window.
 *
 * @param id in the model's vocabulary
 * @param type the model's segment number (BERT's token type)
 * @param segment which text it comes from
 * @param span where it stands in that text, UTF-16; null exactly for special tokens. A token may be
 *     empty, or share its span with its neighbours, where normalisation split a character
 */
public record Token(long id, long type, Segment segment, @Nullable CharSpan span) {
  public Token {
    if ((segment == Segment.SPECIAL) != (span == null)) {
      throw new IllegalArgumentException(
          "special tokens, and only they, have no span: " + segment + ", " + span);
    }
  }

  /** Whether it comes from the passage and lies within {@code range} of it. */
  boolean isWithin(Segment wanted, CharSpan range) {
    return segment == wanted && span != null && range.contains(span);
  }

  /** The text a token comes from. */
  public enum Segment {
    /** Added by the tokenizer, such as {@code [CLS]}. */
    SPECIAL,
    QUESTION,
    PASSAGE
  }
}
