package io.passim.inference;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that a graph is what a task asks for, and the one its manifest describes. */
@SuppressWarnings("ImmutableEnumChecker") // The list is an unmodifiable one of records.
enum ModelSignature {
  READER(
      ModelManifest.EXTRACTIVE_QA,
      List.of(
          new ModelManifest.Tensor("start_logits", "float32", 2),
          new ModelManifest.Tensor("end_logits", "float32", 2))),
  ENCODER(
      ModelManifest.TEXT_EMBEDDING, List.of(new ModelManifest.Tensor("embedding", "float32", 2)));

  private static final List<ModelManifest.Tensor> REQUIRED_INPUTS =
      List.of(
          new ModelManifest.Tensor("input_ids", "int64", 2),
          new ModelManifest.Tensor("attention_mask", "int64", 2));
  private static final ModelManifest.Tensor OPTIONAL_INPUT =
      new ModelManifest.Tensor("token_type_ids", "int64", 2);

  private final String task;
  private final List<ModelManifest.Tensor> requiredOutputs;

  ModelSignature(String task, List<ModelManifest.Tensor> requiredOutputs) {
    this.task = task;
    this.requiredOutputs = requiredOutputs;
  }

  private String noun() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws ModelLoadException saying what the graph contains and what was expected
   */
  void check(
      ModelManifest manifest,
      List<ModelManifest.Tensor> inputs,
      List<ModelManifest.Tensor> outputs) {
    if (!manifest.task().equals(task)) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "%s is for the task %s, not %s",
              manifest.name(),
              manifest.task(),
              task));
    }
    requireSame(manifest, "inputs", manifest.inputs(), inputs);
    requireSame(manifest, "outputs", manifest.outputs(), outputs);
    require(manifest, "inputs", REQUIRED_INPUTS, inputs);
    require(manifest, "outputs", requiredOutputs, outputs);
    for (ModelManifest.Tensor input : inputs) {
      if (!REQUIRED_INPUTS.contains(input) && !input.equals(OPTIONAL_INPUT)) {
        throw new ModelLoadException(
            String.format(
                Locale.ROOT,
                "%s takes the input %s, which no %s here is given",
                manifest.name(),
                input,
                noun()));
      }
    }
  }

  private static void requireSame(
      ModelManifest manifest,
      String what,
      List<ModelManifest.Tensor> expected,
      List<ModelManifest.Tensor> actual) {
    if (!Set.copyOf(expected).equals(Set.copyOf(actual))) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "the %s of %s are %s, but its manifest says %s",
              what,
              manifest.name(),
              list(actual),
              list(expected)));
    }
  }

  private void require(
      ModelManifest manifest,
      String what,
      List<ModelManifest.Tensor> required,
      List<ModelManifest.Tensor> actual) {
    if (!actual.containsAll(required)) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "the %s of %s are %s, but %s %s needs %s",
              what,
              manifest.name(),
              list(actual),
              this == ENCODER ? "an" : "a",
              noun(),
              list(required)));
    }
  }

  private static String list(List<ModelManifest.Tensor> tensors) {
    return tensors.stream()
        .map(ModelManifest.Tensor::toString)
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }
}
