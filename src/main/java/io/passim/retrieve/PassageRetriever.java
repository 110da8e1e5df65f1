package io.passim.retrieve;

import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Passage;
import io.passim.index.PassageIndex;
import java.util.List;

/** Finds the passages that may hold an answer. Stateless; shared between threads. */
public interface PassageRetriever {
  /** As many passages as the configuration says, best first. */
  Retrieval retrieve(String question, DocumentScope scope);

  /**
   * Up to {@code limit} passages, best first.
   *
   * @param limit at least 1
   */
  Retrieval retrieve(String question, DocumentScope scope, int limit);

  /** All passages of a document, in order; none if it is not there any more. */
  List<Passage> passages(DocumentId document);

  /**
   * Changes with the encoder and with what it is given, so that answers found by different ones can
   * be told apart.
   */
  String fingerprint();

  /** The same way of retrieving, from the passages of another index. */
  PassageRetriever over(PassageIndex other);
}
