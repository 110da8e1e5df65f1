package io.passim.inference;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The only door to the tokenizer library, which reports its use and looks for files on the network
 * unless told not to. The switches are set before any of its classes is touched.
 */
final class OfflineTokenizers {
  static final Map<String, String> SWITCHES =
      Map.of("DJL_OFFLINE", "true", "ai.djl.offline", "true", "OPT_OUT_TRACKING", "true");

  static {
    SWITCHES.forEach(System::setProperty);
  }

  private OfflineTokenizers() {}

  /**
   * Reads a {@code tokenizer.json} of the local disk.
   *
   * @param options the library's own, such as {@code maxLength}
   */
  static HuggingFaceTokenizer open(Path file, Map<String, String> options) {
    try (var json = Files.newInputStream(file)) {
      return HuggingFaceTokenizer.newInstance(json, options);
    } catch (IOException | RuntimeException e) {
      throw new ModelLoadException(file + " is not a tokenizer: " + e.getMessage(), e);
    }
  }
}
