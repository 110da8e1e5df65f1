package io.passim.read;

import io.passim.inference.ReaderModel;

/** Builds passage readers for tests, with the defaults of {@link ReadConfig} where not said. */
public final class TestPassageReaders {
  private TestPassageReaders() {}

  public static PassageReader of(ReaderModel model) {
    return of(model, 10, 512);
  }

  public static PassageReader of(ReaderModel model, int passages, int batchTokens) {
    return new WindowPassageReader(model, new Settings(passages, batchTokens));
  }

  private record Settings(int passages, int batchTokens) implements ReadConfig {
    @Override
    public int answerTokens() {
      return 30;
    }

    @Override
    public int candidates() {
      return 3;
    }

    @Override
    public int attributedWords() {
      return 12;
    }
  }
}
