package io.passim.question;

import io.passim.index.PassageIndex;

/** Gives other packages' tests a rewriter. */
public final class TestRewriters {
  private TestRewriters() {}

  public static QuestionRewriter history(PassageIndex index) {
    return new HistoryRewriter(index);
  }
}
