package io.passim.inference;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;

/** A configuration written by hand, with the defaults of {@link InferenceConfig}. */
record TestConfig(
    Path modelsDirectory,
    String reader,
    String encoder,
    int window,
    int stride,
    DeviceChoice.Wanted device,
    OptionalInt workers,
    OptionalInt threads,
    OptionalInt batchTokens)
    implements InferenceConfig {
  /** On the CPU, whatever the machine has: what is promised to the last bit is promised of it. */
  static final TestConfig SHIPPED =
      new TestConfig(Path.of("models"), "reader-minilm-l12", 384, 128)
          .withDevice(DeviceChoice.Wanted.CPU);

  TestConfig(Path modelsDirectory, String reader, int window, int stride) {
    this(
        modelsDirectory,
        reader,
        "encoder-minilm-l6",
        window,
        stride,
        DeviceChoice.Wanted.AUTO,
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  static TestConfig in(Path modelsDirectory) {
    return new TestConfig(modelsDirectory, "tiny", 384, 128);
  }

  /**
   * For tools: the system properties {@code models}, {@code reader}, {@code device}, {@code
   * workers}, {@code threads} and {@code batchTokens}, and the defaults for those not set.
   */
  static TestConfig ofProperties() {
    return new TestConfig(
        Path.of(System.getProperty("models", "models")),
        System.getProperty("reader", SHIPPED.reader()),
        System.getProperty("encoder", SHIPPED.encoder()),
        384,
        128,
        DeviceChoice.Wanted.valueOf(System.getProperty("device", "auto").toUpperCase(Locale.ROOT)),
        number("workers"),
        number("threads"),
        number("batchTokens"));
  }

  private static OptionalInt number(String property) {
    String value = System.getProperty(property, "");
    return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  /** The same, in runs of more than one window. */
  TestConfig withBatchTokens(int tokens) {
    return new TestConfig(
        modelsDirectory,
        reader,
        encoder,
        window,
        stride,
        device,
        workers,
        threads,
        OptionalInt.of(tokens));
  }

  /** The same, with another encoder. */
  TestConfig withEncoder(String other) {
    return new TestConfig(
        modelsDirectory, reader, other, window, stride, device, workers, threads, batchTokens);
  }

  /** The same, with another wish for the device. */
  TestConfig withDevice(DeviceChoice.Wanted wanted) {
    return new TestConfig(
        modelsDirectory, reader, encoder, window, stride, wanted, workers, threads, batchTokens);
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
