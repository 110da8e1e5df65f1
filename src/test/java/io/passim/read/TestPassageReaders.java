package io.passim.read;

import io.passim.inference.ReaderModel;

/** Builds passage readers for tests, with the defaults of {@link ReadConfig} where not said. */
public final class TestPassageReaders {
  private TestPassageReaders() {}

  public static PassageReader of(ReaderModel model) {
    return new WindowPassageReader(model, new Settings(8, 4));
  }

  /** One that reads all passages, whatever the first ones hold. */
  public static PassageReader of(ReaderModel model, int passages) {
    return new WindowPassageReader(model, new Settings(passages, passages));
  }

  /** One that reads more than {@code passagesFirst} only if those do not suffice. */
  public static PassageReader of(ReaderModel model, int passages, int passagesFirst) {
    return new WindowPassageReader(model, new Settings(passages, passagesFirst));
  }

  private record Settings(int passages, int passagesFirst) implements ReadConfig {
    @Override
    public double enough() {
      return 6;
    }

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
