package io.passim.index;

import io.passim.document.DocumentId;
import java.time.Instant;

/**
 * What the index keeps of a document beside its passages.
 *
 * @param language ISO 639-1 code that chooses the analyser; others than {@code en} and {@code fr}
 *     are indexed without stemming
 */
public record IndexedDocument(
    DocumentId id,
    String collectionId,
    String filename,
    String title,
    String language,
    Instant uploadedAt) {}
