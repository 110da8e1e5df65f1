package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;

/** Is told what becomes of the documents of a collection. */
public interface DocumentListener {
  /** A document is there, or has changed: its state at this moment. */
  void changed(Document document);

  /** A document is gone: no question finds it any more. */
  void deleted(DocumentId id);
}
