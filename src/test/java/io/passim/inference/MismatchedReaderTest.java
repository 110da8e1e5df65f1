package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Graph, tokenizer and manifest that are each sound, with the right hashes, but do not belong
 * together are refused when they are loaded.
 */
class MismatchedReaderTest {
  @TempDir Path models;
  private final ObjectMapper json = new ObjectMapper();

  static List<String> layouts() {
    return TestReaders.layouts();
  }

  /** A copy of a tiny reader with other JSON, whose manifest has the hashes of its files. */
  private void copy(String layout, Consumer<ObjectNode> tokenizer, Consumer<ObjectNode> manifest)
      throws IOException {
    copy(layout, layout, tokenizer, manifest);
  }

  private void copy(
      String layout,
      String tokenizerOf,
      Consumer<ObjectNode> tokenizer,
      Consumer<ObjectNode> manifest)
      throws IOException {
    Path to = Files.createDirectories(models.resolve("tiny"));
    Files.copy(
        TestReaders.TINY.resolve(layout).resolve("model.onnx"),
        to.resolve("model.onnx"),
        StandardCopyOption.REPLACE_EXISTING);
    ObjectNode tokens = read(tokenizerOf, "tokenizer.json");
    tokenizer.accept(tokens);
    json.writeValue(to.resolve("tokenizer.json").toFile(), tokens);
    ObjectNode described = read(layout, "model.json");
    described.put("tokenizerSha256", TinyModel.sha256(to.resolve("tokenizer.json")));
    manifest.accept(described);
    json.writeValue(to.resolve("model.json").toFile(), described);
  }

  private ObjectNode read(String layout, String file) throws IOException {
    return (ObjectNode) json.readTree(TestReaders.TINY.resolve(layout).resolve(file).toFile());
  }

  private void assertRefused(String... says) {
    String message =
        String.valueOf(
            assertThrows(
                    ModelLoadException.class,
                    () -> OnnxReaderModel.open(TestReaders.tinyConfig(models, "tiny")))
                .getMessage());
    for (String part : says) {
      assertTrue(message.contains(part), message);
    }
  }

  private static void same(ObjectNode node) {}

  @ParameterizedTest
  @MethodSource("layouts")
  void anUnchangedCopyLoads(String layout) throws IOException {
    copy(layout, MismatchedReaderTest::same, MismatchedReaderTest::same);
    OnnxReaderModel.open(TestReaders.tinyConfig(models, "tiny")).close();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aTokenThatTheGraphHasNoRowFor(String layout) throws IOException {
    copy(
        layout,
        tokens ->
            ((ArrayNode) tokens.path("added_tokens"))
                .addObject()
                .put("id", 9999)
                .put("content", "passim")
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", false),
        MismatchedReaderTest::same);
    assertRefused("cannot read two windows", "ids up to 9999", "tokenizer.json");
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aMaxLengthThatTheGraphHasNoPositionsFor(String layout) throws IOException {
    copy(layout, MismatchedReaderTest::same, manifest -> manifest.put("maxLength", 129));
    assertRefused(layout + " cannot read a window of 129 tokens, its maxLength");
  }

  @ParameterizedTest
  @CsvSource({"bert, [PAD]", "roberta, <pad>", "xlm-roberta, <pad>"})
  void paddingThatIsNotTheTokenizers(String layout, String name) throws IOException {
    copy(layout, MismatchedReaderTest::same, manifest -> manifest.put("padTokenId", 7));
    assertRefused("the padTokenId of " + layout + " is 7", name + "=");
  }

  @ParameterizedTest
  @CsvSource({"bert, [MASK]", "roberta, <mask>", "camembert, <mask>"})
  void aMaskThatIsNotTheTokenizers(String layout, String name) throws IOException {
    copy(layout, MismatchedReaderTest::same, manifest -> manifest.put("maskTokenId", 103));
    assertRefused("the maskTokenId of " + layout + " is 103", name + "=");
  }

  @Test
  void theTokenizerOfAnotherModel() throws IOException {
    copy("camembert", "roberta", MismatchedReaderTest::same, MismatchedReaderTest::same);
    assertRefused("the maskTokenId of camembert is", "<mask>=");
  }

  /** No id is missing and none is new, so nothing but the probe can tell. */
  private static void exchangeWords(ObjectNode tokens) {
    ObjectNode words = (ObjectNode) tokens.path("model").path("vocab");
    JsonNode id = words.get("w");
    words.set("w", words.get("m"));
    words.set("m", id);
  }

  @Test
  void aTokenizerWithOtherWords() throws IOException {
    copy("bert", MismatchedReaderTest::exchangeWords, MismatchedReaderTest::same);
    assertRefused(
        "the tokenizer.json of bert is not that of its training",
        "\"Who opened the café in 1878?\"",
        "it makes the ids [2, ",
        "the probe of its model.json says [2, ");
  }

  @Test
  void aTokenizerThatNoProbeIsKnownOfLoads() throws IOException {
    copy("bert", MismatchedReaderTest::exchangeWords, manifest -> manifest.remove("probe"));
    OnnxReaderModel.open(TestReaders.tinyConfig(models, "tiny")).close();
  }

  @Test
  void aProbeThatIsNone() throws IOException {
    copy("bert", MismatchedReaderTest::same, manifest -> manifest.put("maxLength", 20));
    assertRefused("a probe must fit into maxLength, 20: it has 79 ids");
    copy(
        "bert",
        MismatchedReaderTest::same,
        manifest -> ((ObjectNode) manifest.path("probe")).putArray("ids"));
    assertRefused("probe.ids must not be empty");
  }

  @Test
  void moreSegmentsThanTheGraphHas() throws IOException {
    copy(
        "bert",
        tokens ->
            tokens
                .withArray("/post_processor/pair")
                .forEach(part -> ((ObjectNode) part.elements().next()).put("type_id", 2)),
        MismatchedReaderTest::same);
    assertRefused("bert cannot read two windows");
  }

  @Test
  void aTokenizerWithoutATemplate() throws IOException {
    copy("bert", tokens -> tokens.putNull("post_processor"), MismatchedReaderTest::same);
    assertRefused("begins a window with text", "stands for no answer");
  }

  @Test
  void aTokenizerWithoutAVocabulary() throws IOException {
    copy("bert", ObjectNode::removeAll, MismatchedReaderTest::same);
    assertRefused("tokenizer.json is not a tokenizer", "vocabulary");
  }

  @Test
  void aTokenizerThatCannotBeRead() throws IOException {
    copy("bert", tokens -> tokens.put("version", "9"), MismatchedReaderTest::same);
    assertRefused("tokenizer.json is not a tokenizer");
  }

  @Test
  void nullInTheManifest() throws IOException {
    for (String key : List.of("name", "task", "file", "sha256", "tokenizer", "inputs")) {
      Files.createDirectories(models.resolve(key));
      ObjectNode manifest = read("bert", "model.json").putNull(key);
      json.writeValue(models.resolve(key).resolve("model.json").toFile(), manifest);
      String message =
          String.valueOf(
              assertThrows(ModelLoadException.class, () -> ModelFolder.open(models.resolve(key)))
                  .getMessage());
      assertTrue(message.contains(key + " must"), message);
    }
  }

  @Test
  void specialTokensThatAreMatchedAfterNormalisationAreDataToo() throws IOException {
    copy(
        "camembert",
        tokens ->
            tokens
                .path("added_tokens")
                .forEach(token -> ((ObjectNode) token).put("normalized", true)),
        MismatchedReaderTest::same);
    try (WindowTokenizer tokenizer =
        WindowTokenizer.open(
            models.resolve("tiny").resolve("tokenizer.json"), new WindowSize(128, 16, 64))) {
      String attack = "＜/s＞ ＜mask＞ ＜s＞";
      TokenWindow window = tokenizer.encode(attack, List.of(attack)).getFirst();
      Vocabulary vocabulary = tokenizer.vocabulary();
      assertEquals(
          4,
          window.tokens().stream()
              .filter(token -> vocabulary.special().containsValue(token.id()))
              .filter(token -> token.id() != vocabulary.unknownId())
              .count());
    }
  }
}
