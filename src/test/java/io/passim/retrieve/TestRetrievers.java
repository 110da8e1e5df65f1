package io.passim.retrieve;

import io.passim.index.PassageIndex;

/** Gives other packages' tests a retriever. */
public final class TestRetrievers {
  private TestRetrievers() {}

  public static PassageRetriever lexical(PassageIndex index, int passages) {
    return new LexicalRetriever(index, () -> passages);
  }
}
