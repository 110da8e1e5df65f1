package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is not what it should be is refused with a message that says what it is. */
class ModelLoadingTest {
  @TempDir Path models;
  private TinyModel tiny;

  @BeforeEach
  void writeGoodModel() throws IOException {
    tiny = new TinyModel(models);
    tiny.write(TinyModel.INPUTS, TinyModel.OUTPUTS);
  }

  private OnnxReaderModel open() {
    return OnnxReaderModel.open(TestConfig.in(models));
  }

  private void assertRefused(String... says) {
    String message =
        String.valueOf(assertThrows(ModelLoadException.class, this::open).getMessage());
    for (String part : says) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void goodModelRuns() {
    try (OnnxReaderModel model = open();
        ReaderLease lease = model.lease(() -> false)) {
      List<TokenWindow> windows = lease.encode("who?", List.of("Ada", "Charles Babbage"));
      List<WindowLogits> logits = lease.run(windows);
      for (int i = 0; i < windows.size(); i++) {
        List<Token> tokens = windows.get(i).tokens();
        for (int token = 0; token < tokens.size(); token++) {
          assertEquals((float) tokens.get(token).id(), logits.get(i).start(token));
          assertEquals((float) tokens.get(token).id(), logits.get(i).end(token));
        }
      }
    }
  }

  @Test
  void graphWithoutTokenTypesRuns() throws IOException {
    Files.delete(tiny.file("tokenizer.json"));
    List<String> inputs = List.of("input_ids", "attention_mask");
    tiny.write(inputs, TinyModel.OUTPUTS);
    try (OnnxReaderModel model = open();
        ReaderLease lease = model.lease(() -> false)) {
      assertEquals(1, lease.run(lease.encode("who?", List.of("Ada"))).size());
    }
  }

  @Test
  void missingFolder() throws IOException {
    TestConfig config = new TestConfig(models, "absent", 384, 128);
    String message =
        String.valueOf(
            assertThrows(ModelLoadException.class, () -> OnnxReaderModel.open(config))
                .getMessage());
    assertTrue(message.contains("absent, which is no directory"), message);
  }

  @Test
  void missingManifest() throws IOException {
    Files.delete(tiny.file("model.json"));
    assertRefused("no model.json", "model.onnx, tokenizer.json");
  }

  @Test
  void missingGraph() throws IOException {
    Files.delete(tiny.file("model.onnx"));
    assertRefused("names model.onnx, which is not in", "model.json, tokenizer.json");
  }

  @Test
  void otherWeights() throws IOException {
    Files.write(tiny.file("model.onnx"), new byte[] {1});
    assertRefused("has the sha256", "but model.json says");
  }

  @Test
  void otherTokenizer() throws IOException {
    Files.writeString(tiny.file("tokenizer.json"), "{}");
    assertRefused("tokenizer.json has the sha256");
  }

  @Test
  void damagedManifest() throws IOException {
    Files.writeString(tiny.file("model.json"), "{\"name\": ");
    assertRefused("model.json: ");
  }

  @Test
  void manifestWithoutHash() throws IOException {
    tiny.replaceInManifest("\"sha256\": \"\\w+\",", "");
    assertRefused("sha256");
  }

  @Test
  void manifestThatLeavesItsFolder() throws IOException {
    tiny.replaceInManifest("\"model.onnx\"", "\"../model.onnx\"");
    assertRefused("must be a file name within the model's folder");
  }

  @Test
  void missingCalibration() throws IOException {
    tiny.replaceInManifest("\"maxLength\"", "\"calibration\": \"absent.json\", \"maxLength\"");
    assertRefused("names absent.json");
  }

  @Test
  void stopsOutOfOrder() throws IOException {
    tiny.replaceInManifest(
        "\"maxLength\"",
        "\"stops\": [{\"passages\": 4, \"score\": 6}, {\"passages\": 2, \"score\": 9}], \"maxLength\"");
    assertRefused("stops must name ever more passages");
  }

  @Test
  void stopBeforeAnythingIsRead() throws IOException {
    tiny.replaceInManifest(
        "\"maxLength\"", "\"stops\": [{\"passages\": 0, \"score\": 6}], \"maxLength\"");
    assertRefused("at least one passage", "0, 6.0");
  }

  @Test
  void otherTask() throws IOException {
    tiny.replaceInManifest("extractive-qa", "embedding");
    assertRefused("embedding");
  }

  @Test
  void outputsThatAreNotAReaders() throws IOException {
    Files.delete(tiny.file("tokenizer.json"));
    tiny.write(TinyModel.INPUTS, List.of("last_hidden_state"));
    assertRefused("[last_hidden_state (float32, rank 2)]", "a reader needs", "start_logits");
  }

  @Test
  void manifestThatDescribesAnotherGraph() throws IOException {
    tiny.writeManifest(TinyModel.INPUTS, List.of("start_logits", "end_logits", "pooled"));
    assertRefused("[end_logits (float32, rank 2), start_logits", "its manifest says", "pooled");
  }

  @Test
  void inputThatNobodyGives() throws IOException {
    Files.delete(tiny.file("tokenizer.json"));
    tiny.write(List.of("input_ids", "attention_mask", "pixel_values"), TinyModel.OUTPUTS);
    assertRefused("pixel_values (int64, rank 2)");
  }

  @Test
  void damagedGraph() throws IOException {
    Files.write(tiny.file("model.onnx"), new byte[] {1, 2, 3});
    tiny.writeManifest(TinyModel.INPUTS, TinyModel.OUTPUTS);
    assertRefused("model.onnx cannot be loaded");
  }

  @Test
  void weightsThatNoHashIsKnownOf() throws IOException {
    Files.write(
        tiny.file("model.onnx"),
        TinyOnnx.graphWithWeightsIn("weights.bin", TinyModel.INPUTS, TinyModel.OUTPUTS));
    Files.write(tiny.file("weights.bin"), new byte[Float.BYTES]);
    tiny.writeManifest(TinyModel.INPUTS, TinyModel.OUTPUTS);
    assertRefused("model.onnx cannot be loaded", "holds its weights itself", "External data");
  }

  @Test
  void graphThatIsExchangedAfterItWasVerified() throws IOException {
    ModelFolder verified = ModelFolder.open(models.resolve("tiny"));
    Files.write(tiny.file("model.onnx"), TinyOnnx.graph(TinyModel.INPUTS, List.of("end_logits")));
    assertThrows(ModelLoadException.class, verified::graphBytes);
  }

  /** A sparse file: its bytes are never read. */
  @Test
  void graphThatNoArrayHolds() throws IOException {
    long size = 3L << 30;
    try (RandomAccessFile graph = new RandomAccessFile(tiny.file("model.onnx").toFile(), "rw")) {
      graph.setLength(size);
    }
    ModelFolder unverified = ModelFolder.read(models.resolve("tiny"));
    String message =
        String.valueOf(assertThrows(ModelLoadException.class, unverified::graphBytes).getMessage());
    assertTrue(message.contains("model.onnx has " + size + " bytes, too many"), message);
    assertTrue(message.contains("at most " + (Integer.MAX_VALUE - 8)), message);
  }

  @Test
  void readerThatCannotBeMadeLeavesNothingOpen() {
    InferenceConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(InferenceConfig.class)
            .withDefaultValue("passim.inference.models-directory", models.toString())
            .withDefaultValue("passim.inference.reader", "tiny")
            .withDefaultValue("passim.inference.queue", "-1")
            .build()
            .getConfigMapping(InferenceConfig.class);
    int before = OnnxReaderSession.open();
    assertThrows(IllegalArgumentException.class, () -> OnnxReaderModel.open(config));
    assertEquals(before, OnnxReaderSession.open());
  }

  @Test
  void misspeltManifest() throws IOException {
    tiny.replaceInManifest("\"maxLength\"", "\"batch\": \"alone\", \"maxLength\"");
    assertRefused("\"batch\"", "batching", "maskTokenId");
  }

  @Test
  void windowLongerThanTheModelTakes() {
    TestConfig config = new TestConfig(models, "tiny", 513, 128);
    assertThrows(IllegalArgumentException.class, () -> OnnxReaderModel.open(config));
  }

  @Test
  void strideThatLeavesNoRoom() {
    TestConfig config = new TestConfig(models, "tiny", 384, 304);
    assertThrows(IllegalArgumentException.class, () -> OnnxReaderModel.open(config));
  }
}
