package io.passim.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a model folder named {@code tiny} with a graph of our own and the shipped tokenizer. */
record TinyModel(Path models) {
  static final List<String> INPUTS = List.of("input_ids", "attention_mask", "token_type_ids");
  static final List<String> OUTPUTS = List.of("start_logits", "end_logits");
  static final List<String> EMBEDDING = List.of("embedding");

  Path file(String name) {
    return models.resolve("tiny").resolve(name);
  }

  /** A folder that loads if the names are a reader's. */
  void write(List<String> inputs, List<String> outputs) throws IOException {
    write(TinyOnnx.graph(inputs, outputs), inputs, outputs);
  }

  /** A folder that loads if the graph is a reader's. */
  void write(byte[] graph, List<String> inputs, List<String> outputs) throws IOException {
    Files.createDirectories(models.resolve("tiny"));
    Files.write(file("model.onnx"), graph);
    Files.copy(Path.of("models/reader-minilm-l6/tokenizer.json"), file("tokenizer.json"));
    writeManifest(inputs, outputs);
  }

  /** A folder that loads if the graph is an encoder's. */
  void writeEncoder(byte[] graph) throws IOException {
    write(graph, INPUTS, EMBEDDING);
    replaceInManifest(ModelManifest.EXTRACTIVE_QA, ModelManifest.TEXT_EMBEDDING);
  }

  void writeManifest(List<String> inputs, List<String> outputs) throws IOException {
    Files.writeString(
        file("model.json"),
        """
        {"name": "tiny", "task": "extractive-qa", "languages": ["en"],
         "file": "model.onnx", "sha256": "%s",
         "tokenizer": "tokenizer.json", "tokenizerSha256": "%s",
         "inputs": %s, "outputs": %s,
         "maxLength": 512, "padTokenId": 0, "maskTokenId": 103,
         "licence": "Apache-2.0", "source": "TinyOnnx"}
        """
            .formatted(
                sha256(file("model.onnx")),
                sha256(file("tokenizer.json")),
                tensors(inputs, "int64"),
                tensors(outputs, "float32")));
  }

  void replaceInManifest(String regex, String replacement) throws IOException {
    String manifest = Files.readString(file("model.json"));
    Files.writeString(file("model.json"), manifest.replaceFirst(regex, replacement));
  }

  private static String tensors(List<String> names, String type) {
    return names.stream()
        .map(name -> "{\"name\": \"%s\", \"type\": \"%s\", \"rank\": 2}".formatted(name, type))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  static String sha256(Path file) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
