package io.passim.inference;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives tests the reader that is committed under {@code models}, and tiny ones of every layout. */
public final class TestReaders {
  /** Where {@code make_readers.py} writes the tiny readers. */
  static final Path TINY = Path.of("src/test/resources/readers");

  private static final OnnxReaderModel SHIPPED = OnnxReaderModel.open(TestConfig.SHIPPED);
  private static final Map<String, OnnxReaderModel> LOADED = new ConcurrentHashMap<>();

  private TestReaders() {}

  /** Loaded once for all tests; never closed. */
  public static ReaderModel shipped() {
    return SHIPPED;
  }

  /** The one that the tools' system properties describe; never closed. */
  public static ReaderModel ofProperties() {
    return OnnxReaderModel.open(TestConfig.ofProperties());
  }

  /** Names of the tiny readers, one per layout of the BERT family. */
  public static List<String> layouts() {
    return List.of("bert", "distilbert", "electra", "roberta", "xlm-roberta", "camembert");
  }

  /** A tiny reader with random weights and windows of 128 tokens; loaded once, never closed. */
  public static ReaderModel tiny(String layout) {
    return LOADED.computeIfAbsent(layout, name -> OnnxReaderModel.open(tinyConfig(TINY, name)));
  }

  /** One whose windows share runs, unlike the CPU's default, so that padding is tested too. */
  static TestConfig tinyConfig(Path directory, String layout) {
    return new TestConfig(directory, layout, 128, 16).withBatchTokens(1024);
  }
}
