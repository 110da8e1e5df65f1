package io.passim.inference;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Compares a tokenizer with the ids that its manifest says it gives two texts. */
final class TokenizerProbe {
  private TokenizerProbe() {}

  /**
   * @param tokenizer cuts nothing that is no longer than the manifest's {@code maxLength}
   * @throws ModelLoadException if it gives others, saying which; never if the manifest has no probe
   */
  static void check(ModelManifest manifest, HuggingFaceTokenizer tokenizer) {
    ModelManifest.Probe probe = manifest.probe();
    if (probe == null) {
      return;
    }
    long[] ids = tokenizer.encode(probe.question(), probe.passage(), true, false).getIds();
    List<Long> found = Arrays.stream(ids).boxed().toList();
    if (!found.equals(probe.ids())) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "the %s of %s is not that of its training: of \"%s\" and \"%s\" it makes the ids %s,"
                  + " but the probe of its model.json says %s",
              manifest.tokenizer(),
              manifest.name(),
              probe.question(),
              probe.passage(),
              found,
              probe.ids()));
    }
  }
}
