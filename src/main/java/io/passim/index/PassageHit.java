package io.passim.index;

import io.passim.document.Passage;

/** A passage that was found. */
public record PassageHit(IndexedDocument document, Passage passage, PassageScore score) {}
