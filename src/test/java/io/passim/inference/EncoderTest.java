package io.passim.inference;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderTest {
  private static final Path FOLDER = Path.of("models", TestConfig.SHIPPED.encoder());

  @TempDir Path directory;
  private final EncoderModel encoder = TestEncoders.shipped();

  @Test
  void likeMeaningIsNearerThanLikeWords() {
    float[] question = encoder.encodeQuestion("When is lunch served?");
    double meant = dot(question, encoder.encodePassage("The canteen opens at half past eleven."));
    double worded = dot(question, encoder.encodePassage("The papers were served by the bailiff."));
    assertTrue(meant > worded + 0.1, () -> meant + " and " + worded);
  }

  @Test
  void vectorsHaveLengthOne() {
    for (String text : List.of("", "a", "the canteen ".repeat(2000), "\uD800\0[SEP][CLS]", "漢字")) {
      float[] vector = encoder.encodePassage(text);
      assertEquals(encoder.dimensions(), vector.length);
      assertEquals(1, dot(vector, vector), 1e-6, text);
    }
  }

  /** A special token within a text is text. */
  @Test
  void textDoesNotSpeakToTheModel() {
    float[] plain = encoder.encodePassage("one two three");
    assertTrue(dot(plain, encoder.encodePassage("one [SEP] two three")) < 1 - 1e-4);
  }

  @Test
  void aVectorDoesNotDependOnItsCompany() throws Exception {
    List<String> texts =
        List.of("Who may open the sluice?", "Où est la cantine ?", "x ".repeat(90));
    List<float[]> alone = texts.stream().map(encoder::encodeQuestion).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        int which = i % texts.size();
        calls.add(() -> {
          assertArrayEquals(alone.get(which), encoder.encodeQuestion(texts.get(which)));
          assertArrayEquals(alone.get(which), encoder.encodePassage(texts.get(which)));
          return null;
        });
      }
      for (Future<Void> call : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        call.get();
      }
    }
  }

  @Test
  void tellsHowManyQuestionsItIsBusyWith() throws Exception {
    int asked = 2 * Runtime.getRuntime().availableProcessors() + 2;
    try (ExecutorService threads = Executors.newFixedThreadPool(asked)) {
      for (int i = 0; i < asked; i++) {
        threads.execute(() -> {
          while (!threads.isShutdown()) {
            encoder.encodeQuestion("Who may open the sluice?");
          }
        });
      }
      await().until(() -> encoder.places() > Runtime.getRuntime().availableProcessors());
    }
    await().until(() -> encoder.places() == 0);
  }

  @Test
  void whoIsRefusedIsToldThatTheEncoderIsBusy() throws InterruptedException {
    Queue<OverloadedException> refused = new ConcurrentLinkedQueue<>();
    List<Thread> asking = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      asking.add(
          Thread.startVirtualThread(() -> {
            try {
              encoder.encodeQuestion("Who may open the sluice?".repeat(20));
            } catch (OverloadedException e) {
              refused.add(e);
            }
          }));
    }
    for (Thread thread : asking) {
      thread.join();
    }
    assertFalse(refused.isEmpty());
    refused.forEach(e -> assertTrue(e.toString().contains("for the encoder"), e::toString));
  }

  @Test
  void runsMakeNoBufferOnceThereAreSome() {
    encoder.encodePassage("the canteen ".repeat(2000));
    long buffers = TensorBuffers.BUFFERS.get();
    for (String text : List.of("lunch", "the canteen opens", "the canteen ".repeat(30))) {
      encoder.encodePassage(text);
    }
    assertEquals(buffers, TensorBuffers.BUFFERS.get());
    assertEquals(0, TensorBuffers.OPEN_TENSORS.get());
  }

  @Test
  void aReaderIsNoEncoder() {
    TestConfig config = TestConfig.SHIPPED;
    InferenceConfig wrong = config.withEncoder(config.reader());
    ModelLoadException refused =
        assertThrows(ModelLoadException.class, () -> OnnxEncoderModel.open(wrong));
    assertEquals(
        config.reader() + " is for the task extractive-qa, not text-embedding",
        refused.getMessage());
  }

  @Test
  void aTokenizerWithOtherWordsIsRefused() throws IOException {
    Path folder = copied();
    ObjectMapper json = new ObjectMapper();
    Path tokenizer = folder.resolve("tokenizer.json");
    JsonNode tokens = json.readTree(tokenizer.toFile());
    ObjectNode words = (ObjectNode) tokens.path("model").path("vocab");
    JsonNode id = words.get("cafe");
    words.set("cafe", words.get("harbour"));
    words.set("harbour", id);
    json.writeValue(tokenizer.toFile(), tokens);
    Path file = folder.resolve("model.json");
    ObjectNode manifest = (ObjectNode) json.readTree(file.toFile());
    json.writeValue(file.toFile(), manifest.put("tokenizerSha256", TinyModel.sha256(tokenizer)));
    TestConfig mismatched = new TestConfig(directory, "none", 384, 128);
    ModelLoadException refused =
        assertThrows(ModelLoadException.class, () -> OnnxEncoderModel.open(mismatched));
    assertTrue(refused.toString().contains("is not that of its training"), refused::toString);
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    Path folder = copied();
    byte[] graph = Files.readAllBytes(folder.resolve("model.onnx"));
    graph[graph.length / 2] ^= 1;
    Files.write(folder.resolve("model.onnx"), graph);
    TestConfig damaged = new TestConfig(directory, "none", 384, 128);
    ModelLoadException refused =
        assertThrows(ModelLoadException.class, () -> OnnxEncoderModel.open(damaged));
    assertTrue(refused.toString().contains("has the sha256"), refused::toString);
  }

  private Path copied() throws IOException {
    Path folder = Files.createDirectories(directory.resolve(FOLDER.getFileName()));
    for (String file : List.of("model.json", "tokenizer.json", "model.onnx")) {
      Files.copy(FOLDER.resolve(file), folder.resolve(file));
    }
    return folder;
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
