package io.passim.read;

import io.passim.document.CharSpan;
import io.passim.retrieve.RetrievedPassage;

/**
 * Words of a passage that may answer the question.
 *
 * @param span where they stand in the document's text
 * @param startLogit the reader's logit of the first token
 * @param endLogit the reader's logit of the last token
 * @param nullLogit start plus end logit of the null span of the same window
 */
public record CandidateSpan(
    RetrievedPassage passage, CharSpan span, float startLogit, float endLogit, float nullLogit) {

  /** Start plus end logit relative to the null score; above 0 the reader prefers the span. */
  public double score() {
    return (double) startLogit + endLogit - nullLogit;
  }

  /** The exact words, cut from the passage. */
  public String text() {
    return passage.passage().textAt(span);
  }
}
