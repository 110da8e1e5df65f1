package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed reader, run by ONNX Runtime. */
class ShippedModelTest {
  private static final String QUESTION = "How many days of leave do part-time staff get?";
  private static final List<String> PASSAGES =
      List.of(
          "Part-time staff receive 20 days of paid leave per year.",
          "The office in Paris is open from nine to five. ".repeat(6),
          "Full-time staff receive 25 days. Leave must be taken before March of the next year.",
          "Travel is paid by the company. ".repeat(20),
          "x");

  private static String bits(WindowLogits logits) {
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < logits.window().length(); i++) {
      bits.append(Float.floatToIntBits(logits.start(i))).append(' ');
      bits.append(Float.floatToIntBits(logits.end(i))).append(' ');
    }
    return bits.toString();
  }

  @Test
  void sameBitsEveryTime() {
    try (ReaderLease lease = TestReaders.shipped().lease(() -> false)) {
      List<TokenWindow> windows = lease.encode(QUESTION, PASSAGES);
      List<String> first = lease.run(windows).stream().map(ShippedModelTest::bits).toList();
      for (int i = 0; i < 5; i++) {
        assertEquals(first, lease.run(windows).stream().map(ShippedModelTest::bits).toList());
      }
    }
  }

  @Test
  void companyInTheBatchDoesNotMoveALogit() {
    try (ReaderLease lease = TestReaders.shipped().lease(() -> false)) {
      List<TokenWindow> windows = lease.encode(QUESTION, PASSAGES);
      List<WindowLogits> together = lease.run(windows);
      List<TokenWindow> other = new ArrayList<>(windows);
      other.sort(Comparator.comparingInt(TokenWindow::length).reversed());
      List<WindowLogits> reordered = lease.run(other);
      for (int i = 0; i < windows.size(); i++) {
        WindowLogits alone = lease.run(List.of(windows.get(i))).getFirst();
        WindowLogits again = reordered.get(other.indexOf(windows.get(i)));
        for (int token = 0; token < windows.get(i).length(); token++) {
          assertEquals(alone.start(token), together.get(i).start(token), 1e-4);
          assertEquals(alone.end(token), together.get(i).end(token), 1e-4);
          assertEquals(alone.start(token), again.start(token), 1e-4);
        }
      }
    }
  }

  @Test
  void occludedWordsChangeTheLogits() {
    try (ReaderLease lease = TestReaders.shipped().lease(() -> false)) {
      TokenWindow window = lease.encode(QUESTION, PASSAGES).getFirst();
      int word = QUESTION.indexOf("leave");
      TokenWindow occluded = lease.occlude(window, new CharSpan(word, word + 5));
      assertEquals(window.length(), occluded.length());
      List<WindowLogits> logits = lease.run(List.of(window, occluded));
      assertNotEquals(bits(logits.getFirst()), bits(logits.getLast()));
    }
  }

  @Test
  void cancelledReadingStops() {
    try (ReaderLease lease = TestReaders.shipped().lease(() -> true)) {
      assertThrows(CancellationException.class, () -> lease.encode(QUESTION, PASSAGES));
    }
  }

  /** Dynamic quantisation takes the scale of activations over the whole run. */
  @Test
  void quantisedGraphThatClaimsNotToMindCompanyIsRefused(@TempDir Path models) throws IOException {
    Path shipped = Path.of("models", TestConfig.SHIPPED.reader());
    Path folder = Files.createDirectory(models.resolve("claims"));
    for (String file : List.of("model.onnx", "tokenizer.json", "calibration.json")) {
      Files.copy(shipped.resolve(file), folder.resolve(file));
    }
    String manifest = Files.readString(shipped.resolve("model.json"));
    Files.writeString(folder.resolve("model.json"), manifest.replace("\"alone\"", "\"any\""));
    TestConfig config = new TestConfig(models, "claims", 384, 128);
    ModelLoadException refused =
        assertThrows(ModelLoadException.class, () -> OnnxReaderModel.open(config));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("\"batching\": \"alone\""),
        refused::toString);
  }

  @Test
  void manifestNamesTheCommittedWeights() {
    assertEquals("reader-minilm-l12", TestReaders.shipped().manifest().name());
  }
}
