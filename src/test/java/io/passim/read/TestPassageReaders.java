package io.passim.read;

import io.passim.inference.ReaderModel;

/** Builds passage readers for tests, with the defaults of {@link ReadConfig} where not said. */
public final class TestPassageReaders {
  private TestPassageReaders() {}

  public static PassageReader of(ReaderModel model) {
    return new WindowPassageReader(model, new Settings(10, true));
  }

  /** One that reads all passages, whatever the first ones hold. */
  public static PassageReader of(ReaderModel model, int passages) {
    return new WindowPassageReader(model, new Settings(passages, false));
  }

  private record Settings(int passages, boolean earlyStop) implements ReadConfig {
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
