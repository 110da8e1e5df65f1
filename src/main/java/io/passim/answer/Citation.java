package io.passim.answer;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer stands.
 *
 * @param page counted from 1
 * @param pageLabel what is printed on the page where that is not its number, null else
 * @param span the answer's words in the document's text
 * @param sentenceSpan the sentence, or sentences, that hold them
 * @param sentence the words of {@code sentenceSpan}
 * @param heading headings above it, outermost first
 * @param date the day that the document bore when it was cited; null if unknown
 * @param uploadedAt when the document was added; null if it was cited before that was kept
 * @param language ISO 639-1 code of the words; null if they were cited before that was kept
 */
public record Citation(
    DocumentId documentId,
    String filename,
    String title,
    int page,
    @Nullable String pageLabel,
    CharSpan span,
    CharSpan sentenceSpan,
    String sentence,
    List<String> heading,
    @Nullable LocalDate date,
    @Nullable Instant uploadedAt,
    @Nullable String language) {
  public Citation {
    heading = List.copyOf(heading);
    if (!sentenceSpan.contains(span)) {
      throw new IllegalArgumentException(span + " leaves its sentence " + sentenceSpan);
    }
  }

  /** The exact words at {@code span}; empty if the sentence's words are gone. */
  public String words() {
    return sentence.isEmpty() ? "" : span.shift(-sentenceSpan.start()).of(sentence);
  }
}
