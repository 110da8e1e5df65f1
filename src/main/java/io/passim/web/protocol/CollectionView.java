package io.passim.web.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A collection of documents.
 *
 * @param threshold confidence from which its documents answer, null for the server's own
 * @param defaultThreshold the server's own
 */
public record CollectionView(
    String id,
    String name,
    @Nullable String language,
    int documents,
    int passages,
    @Nullable Double threshold,
    double defaultThreshold) {}
