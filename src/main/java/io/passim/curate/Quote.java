package io.passim.curate;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;

/** A place in the stored text of a document. */
public record Quote(DocumentId documentId, CharSpan span) {}
