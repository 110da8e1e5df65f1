package io.passim.web.protocol;

/** A document that is gone, as the event {@code deleted} of its collection tells. */
public record DeletedDocumentView(String id) {}
