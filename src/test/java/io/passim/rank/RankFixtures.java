package io.passim.rank;

import io.passim.document.CharSpan;
import io.passim.read.CandidateSpan;
import io.passim.read.TestPassages;
import io.passim.retrieve.RetrievedPassage;

/** Candidates in one line. */
final class RankFixtures {
  private static final int START = 1000;

  private RankFixtures() {}

  /** The first occurrence of {@code answer} in a passage that is the whole of its document. */
  static CandidateSpan candidate(
      String document, int rank, String text, String answer, double score) {
    return candidate(TestPassages.passage(document, rank, START, text), answer, score);
  }

  static CandidateSpan candidate(RetrievedPassage passage, String answer, double score) {
    int start = passage.passage().span().start() + passage.passage().text().indexOf(answer);
    CharSpan span = new CharSpan(start, start + answer.length());
    return new CandidateSpan(passage, span, (float) score, 0, 0);
  }
}
