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
  public IndexedPassages {
    passages = List.copyOf(passages);
  }

  /** What an encoder reads of a passage: the title, the headings above it and its own words. */
  public String encodable(Passage passage) {
    return Stream.of(
            Stream.of(document.title()), passage.heading().stream(), Stream.of(passage.text()))
        .flatMap(part -> part)
        .collect(Collectors.joining(". "));
  }
}
