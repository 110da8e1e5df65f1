package io.passim.inference;

import java.nio.file.Path;
import java.util.OptionalInt;

/** A configuration written by hand, with the defaults of {@link InferenceConfig}. */
record TestConfig(Path modelsDirectory, String reader, int window, int stride)
    implements InferenceConfig {
  static final TestConfig SHIPPED = new TestConfig(Path.of("models"), "reader-minilm-l6", 384, 128);

  static TestConfig in(Path modelsDirectory) {
    return new TestConfig(modelsDirectory, "tiny", 384, 128);
  }

  @Override
  public OptionalInt threads() {
    return OptionalInt.of(2);
  }

  @Override
  public int workers() {
    return 1;
  }

  @Override
  public int queue() {
    return 32;
  }

  @Override
  public int questionTokens() {
    return 64;
  }
}
