package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;

/** How taking in a document ended. */
public sealed interface IngestOutcome {
  /** The next question can find it. */
  record Ready(Document document) implements IngestOutcome {}

  /** The next question can find its words in the document with the same bytes that came first. */
  record Duplicate(Document document, Document first) implements IngestOutcome {}

  /** A newer version is in force: no question finds it, but it opens. */
  record Superseded(Document document) implements IngestOutcome {}

  /** It will not become ready; its problem says why. */
  record Failed(Document document) implements IngestOutcome {}

  /** It repeats a document that is under way, and is taken up once that one has ended. */
  record Waiting(Document document, DocumentId first) implements IngestOutcome {}

  /** It was deleted or brought to its end by another meanwhile; nothing was changed. */
  record Withdrawn(DocumentId id) implements IngestOutcome {}
}
