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
  public DeviceChoice.Wanted device() {
    return DeviceChoice.Wanted.AUTO;
  }

  @Override
  public OptionalInt workers() {
    return OptionalInt.empty();
  }

  @Override
  public OptionalInt threads() {
    return OptionalInt.empty();
  }

  @Override
  public OptionalInt batchTokens() {
    return OptionalInt.empty();
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
