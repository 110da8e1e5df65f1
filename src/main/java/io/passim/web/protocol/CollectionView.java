package io.passim.web.protocol;

import org.jspecify.annotations.Nullable;

/** A collection of documents. */
public record CollectionView(
    String id, String name, @Nullable String language, int documents, int passages) {}
