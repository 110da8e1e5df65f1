package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;

/** How taking in a document ended. */
public sealed interface IngestOutcome {
  /** The next question can find it. */
  record Ready(Document document) implements IngestOutcome {}

  /** The next question can find its words in the document with the same bytes that came first. */
  record Duplicate(Document document, Document first) implements IngestOutcome {}

  /** It will not become ready; its problem says why. */
  record Failed(Document document) implements IngestOutcome {}

  /** It was deleted meanwhile, and nothing is left of it. */
  record Withdrawn(DocumentId id) implements IngestOutcome {}
}
