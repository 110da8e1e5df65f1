package io.passim.index;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.Page;
import io.passim.document.Passage;
import java.time.Instant;
import java.util.List;

/** Puts one-passage documents into an index, for the tests of the stages above it. */
public final class IndexedTexts {
  private IndexedTexts() {}

  /** Indexes {@code text} as the English document {@code id} of collection {@code c}. */
  public static void put(PassageIndex index, String id, String text) {
    put(index, id, "c", "en", text);
  }

  public static void put(
      PassageIndex index, String id, String collection, String language, String text) {
    DocumentId documentId = new DocumentId(id);
    CharSpan span = new CharSpan(0, text.length());
    index.put(
        new IndexedDocument(documentId, collection, id + ".txt", "File", language, Instant.EPOCH),
        List.of(
            new Passage(
                documentId,
                0,
                span,
                List.of(new Page(1, span)),
                List.of("House"),
                text,
                List.of(span))));
  }
}
