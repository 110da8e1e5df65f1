package io.passim.rank;

import io.passim.document.CharSpan;
import io.passim.document.Passage;
import io.passim.read.CandidateSpan;
import java.util.List;

/**
 * Several answers that stand together.
 *
 * @param passage holds them all: the best answer's passage, or several of its document as one
 * @param spans where they stand in the document, in its order; at least two
 * @param continued whether the document has more of them
 */
public record Items(Passage passage, List<CharSpan> spans, boolean continued) {
  public Items {
    spans = List.copyOf(spans);
  }

  /** All that there are, as far as the passage tells. */
  public Items(Passage passage, List<CharSpan> spans) {
    this(passage, spans, false);
  }

  /** Whether a candidate is one of them, or touches one. */
  boolean hold(CandidateSpan candidate) {
    return candidate.passage().passage().documentId().equals(passage.documentId())
        && spans.stream().anyMatch(item -> item.overlaps(candidate.span()));
  }
}
