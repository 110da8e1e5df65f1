package io.passim.index;

import io.passim.document.Passage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the index holds of a document.
 *
 * @param passages in the order of the document
 */
public record IndexedPassages(IndexedDocument document, List<Passage> passages) {
  /** Changes with what of a passage is encoded. */
  private static final String VERSION = "1";

  private static final int HASH_LENGTH = 16;

  public IndexedPassages {
    passages = List.copyOf(passages);
  }

  /**
   * Names the vectors that an encoder makes of {@link #encodable}, for {@link
   * PassageIndex#putVectors} and {@link QuestionVector}.
   *
   * @param fingerprint of the encoder, in hexadecimal
   */
  public static String origin(String fingerprint) {
    return VERSION + fingerprint.substring(0, HASH_LENGTH);
  }

  /** What an encoder reads of a passage: the title, the headings above it and its own words. */
  public String encodable(Passage passage) {
    return Stream.of(
            Stream.of(document.title()), passage.heading().stream(), Stream.of(passage.text()))
        .flatMap(part -> part)
        .collect(Collectors.joining(". "));
  }
}
