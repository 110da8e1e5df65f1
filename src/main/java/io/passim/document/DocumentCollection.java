package io.passim.document;

import org.jspecify.annotations.Nullable;

/**
 * A named set of documents that is asked together.
 *
 * @param language ISO 639-1 code of most documents, null if mixed
 * @param threshold confidence from which its documents answer, 0 to 1; null for the server's own
 * @param documents number of documents, failed ones included
 * @param passages number of passages that can be found
 */
public record DocumentCollection(
    String id,
    String name,
    @Nullable String language,
    @Nullable Double threshold,
    int documents,
    int passages) {

  /** A collection with the server's own threshold. */
  public DocumentCollection(
      String id, String name, @Nullable String language, int documents, int passages) {
    this(id, name, language, null, documents, passages);
  }
}
