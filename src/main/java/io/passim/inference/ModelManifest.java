package io.passim.inference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says of a model: what it is for, which files it consists of, which
 * tensors it takes and gives, and how good it was measured to be.
 *
 * @param task what it does; {@code extractive-qa} for a reader, {@code text-embedding} for an
 *     encoder
 * @param languages ISO 639-1 codes of what it was trained on
 * @param file the ONNX graph, a plain file name within the model's folder
 * @param sha256 of {@code file}, lower-case hexadecimal
 * @param tokenizer a Hugging Face {@code tokenizer.json} within the folder
 * @param tokenizerSha256 of {@code tokenizer}, lower-case hexadecimal
 * @param inputs tensors of the graph, all of them
 * @param outputs tensors of the graph, all of them
 * @param maxLength most tokens the graph takes
 * @param padTokenId what short rows of a batch are filled with
 * @param maskTokenId what stands for an unknown token
 * @param licence SPDX identifier of the weights
 * @param source where the weights come from
 * @param calibration file within the folder that turns scores into probabilities, null if none
 * @param quality what was measured, and on what
 * @param batching which windows may share a run; any if not said
 * @param stops where reading may end early, fewest passages first; nowhere if not said
 * @param questionPrefix what an encoder was trained to find before a question; nothing if not said
 * @param passagePrefix what it was trained to find before a passage; nothing if not said
 * @param probe what the tokenizer must make of two texts, null if not said
 */
public record ModelManifest(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String task,
    @JsonProperty(required = true) List<String> languages,
    @JsonProperty(required = true) String file,
    @JsonProperty(required = true) String sha256,
    @JsonProperty(required = true) String tokenizer,
    @JsonProperty(required = true) String tokenizerSha256,
    @JsonProperty(required = true) List<Tensor> inputs,
    @JsonProperty(required = true) List<Tensor> outputs,
    @JsonProperty(required = true) int maxLength,
    @JsonProperty(required = true) long padTokenId,
    @JsonProperty(required = true) long maskTokenId,
    @JsonProperty(required = true) String licence,
    @JsonProperty(required = true) String source,
    @Nullable String calibration,
    List<Measurement> quality,
    Batching batching,
    List<Stop> stops,
    String questionPrefix,
    String passagePrefix,
    @Nullable Probe probe) {

  /** The task of a model that marks answers in passages. */
  public static final String EXTRACTIVE_QA = "extractive-qa";

  /** The task of a model that turns texts into vectors. */
  public static final String TEXT_EMBEDDING = "text-embedding";

  /**
   * Longest window that is tried when a model is loaded; the memory it takes grows with its square.
   */
  private static final int LONGEST = 8192;

  public ModelManifest {
    requireThere("name", name);
    requireThere("task", task);
    requireThere("languages", languages);
    requireThere("inputs", inputs);
    requireThere("outputs", outputs);
    languages = List.copyOf(languages);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    quality = quality == null ? List.of() : List.copyOf(quality);
    batching = batching == null ? Batching.ANY : batching;
    stops = stops == null ? List.of() : List.copyOf(stops);
    questionPrefix = questionPrefix == null ? "" : questionPrefix;
    passagePrefix = passagePrefix == null ? "" : passagePrefix;
    requireFileName("file", file);
    requireFileName("tokenizer", tokenizer);
    if (calibration != null) {
      requireFileName("calibration", calibration);
    }
    requireIncreasing(stops);
    requireHash("sha256", sha256);
    requireHash("tokenizerSha256", tokenizerSha256);
    requireDistinct("inputs", inputs);
    requireDistinct("outputs", outputs);
    if (maxLength < 1 || maxLength > LONGEST) {
      throw new IllegalArgumentException("maxLength must be 1 to " + LONGEST + ": " + maxLength);
    }
    if (padTokenId < 0 || maskTokenId < 0) {
      throw new IllegalArgumentException(
          "token ids must not be negative: " + padTokenId + ", " + maskTokenId);
    }
    if (probe != null && probe.ids().size() > maxLength) {
      throw new IllegalArgumentException(
          "a probe must fit into maxLength, "
              + maxLength
              + ": it has "
              + probe.ids().size()
              + " ids");
    }
  }

  /**
   * Hash of what decides about the vectors or logits of a text: graph, tokenizer, prefixes and
   * where a longer text is cut. Vectors compare where it is the same.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public String fingerprint() {
    String parts =
        String.join(
            "\n",
            sha256,
            tokenizerSha256,
            Integer.toString(maxLength),
            questionPrefix,
            passagePrefix);
    return ModelFolder.sha256(parts.getBytes(StandardCharsets.UTF_8));
  }

  private static void requireThere(String key, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(key + " must not be null");
    }
  }

  private static void requireFileName(String key, @Nullable String value) {
    if (value == null || !value.matches("[\\w.-]+") || value.startsWith(".")) {
      throw new IllegalArgumentException(
          key + " must be a file name within the model's folder: \"" + value + "\"");
    }
  }

  private static void requireHash(String key, @Nullable String value) {
    if (value == null || !value.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          key + " must be 64 lower-case hexadecimal digits: \"" + value + "\"");
    }
  }

  private static void requireIncreasing(List<Stop> stops) {
    for (int i = 1; i < stops.size(); i++) {
      if (stops.get(i).passages() <= stops.get(i - 1).passages()) {
        throw new IllegalArgumentException("stops must name ever more passages: " + stops);
      }
    }
  }

  private static void requireDistinct(String key, List<Tensor> tensors) {
    Set<String> names = new HashSet<>();
    for (Tensor tensor : tensors) {
      if (!names.add(tensor.name())) {
        throw new IllegalArgumentException(key + " names \"" + tensor.name() + "\" twice");
      }
    }
  }

  /**
   * An input or output.
   *
   * @param type element type in ONNX's words, such as {@code int64} or {@code float32}
   * @param rank number of dimensions
   */
  public record Tensor(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String type,
      @JsonProperty(required = true) int rank) {
    @Override
    public String toString() {
      return name + " (" + type + ", rank " + rank + ")";
    }
  }

  /**
   * A published figure.
   *
   * @param data what it was measured on
   * @param value in the metric's own unit
   */
  public record Measurement(
      @JsonProperty(required = true) String data,
      @JsonProperty(required = true) String metric,
      @JsonProperty(required = true) double value) {}

  /**
   * A bound fitted on validation data: once the best retrieved passages have been read and one of
   * their answers scores as much, the others hardly ever hold a better one.
   *
   * @param passages how many have been read, at least 1
   * @param score of the best answer, in logits above the null span
   */
  public record Stop(
      @JsonProperty(required = true) int passages, @JsonProperty(required = true) double score) {
    public Stop {
      if (passages < 1 || !Double.isFinite(score)) {
        throw new IllegalArgumentException(
            "a stop needs at least one passage and a finite score: " + passages + ", " + score);
      }
    }
  }

  /**
   * Two texts and the ids that the tokenizer of the training gives them. One with other words may
   * have the same special tokens and no more ids, and would be read as nonsense.
   *
   * @param ids of both texts together, special tokens included; at least one
   */
  public record Probe(
      @JsonProperty(required = true) String question,
      @JsonProperty(required = true) String passage,
      @JsonProperty(required = true) List<Long> ids) {
    public Probe {
      requireThere("probe.question", question);
      requireThere("probe.passage", passage);
      requireThere("probe.ids", ids);
      ids = List.copyOf(ids);
      if (ids.isEmpty()) {
        throw new IllegalArgumentException("probe.ids must not be empty");
      }
    }
  }

  /** Which windows may share a run. */
  public enum Batching {
    /** Any: each row is computed for itself. */
    @JsonProperty("any")
    ANY,
    /**
     * None: the graph scales activations by their range over the whole run (dynamic quantisation),
     * so that a row's logits would depend on its company.
     */
    @JsonProperty("alone")
    ALONE
  }
}
