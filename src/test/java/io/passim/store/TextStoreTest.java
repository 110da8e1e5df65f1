package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextStoreTest {
  private static final DocumentId ID = new DocumentId("d_1");
  private static final DocumentText TEXT =
      new DocumentText(
              "Titre\n\nÀ \"demain\" \uD83D\uDE00",
              List.of(new Page(1, new CharSpan(0, 7)), new Page(2, "iv", new CharSpan(7, 20))),
              List.of(new Heading(1, new CharSpan(0, 5))))
          .withoutTextOn(1);

  @TempDir Path directory;

  @Test
  void givesBackTheTextAfterAReopen() {
    new TextStore(() -> directory).put(ID, TEXT);
    assertEquals(Optional.of(TEXT), new TextStore(() -> directory).find(ID));
  }

  /** As they were kept before pages had labels, and before those without text were counted. */
  @Test
  void givesBackATextWithoutLabels() throws IOException {
    TextStore texts = new TextStore(() -> directory);
    texts.put(ID, TEXT);
    Path file = directory.resolve("texts/d_1.json");
    String kept = Files.readString(file);
    assertTrue(kept.contains("\"label\":null,"), kept);
    Files.writeString(
        file,
        kept.replace("\"label\":null,", "")
            .replace("\"label\":\"iv\",", "")
            .replace(",\"pagesWithoutText\":1", ""));
    assertEquals(new Page(2, new CharSpan(7, 20)), texts.find(ID).orElseThrow().pages().get(1));
    assertEquals(0, texts.find(ID).orElseThrow().pagesWithoutText());
  }

  @Test
  void replacesAndDeletes() {
    TextStore texts = new TextStore(() -> directory);
    texts.put(ID, new DocumentText("x", List.of(new Page(1, new CharSpan(0, 1))), List.of()));
    texts.put(ID, TEXT);
    assertEquals(Optional.of(TEXT), texts.find(ID));
    texts.delete(ID);
    texts.delete(ID);
    assertEquals(Optional.empty(), texts.find(ID));
  }

  @Test
  void aStagedTextIsFoundOnceItIsCommitted() throws IOException {
    TextStore texts = new TextStore(() -> directory);
    texts.force();
    try (TextStore.Staged staged = texts.stage(ID, TEXT)) {
      assertEquals(Optional.empty(), texts.find(ID));
      texts.commit(staged);
      assertEquals(Optional.of(TEXT), texts.find(ID));
    }
    texts
        .stage(ID, new DocumentText("x", List.of(new Page(1, new CharSpan(0, 1))), List.of()))
        .close();
    texts.force();
    assertEquals(Optional.of(TEXT), texts.find(ID));
    try (Stream<Path> files = Files.list(directory.resolve("texts"))) {
      assertEquals(List.of("d_1.json"), files.map(each -> each.getFileName().toString()).toList());
    }
  }

  @Test
  void givesBackALongText() {
    String words = "lorem ipsum ".repeat(2_500_000);
    DocumentText text =
        new DocumentText(words, List.of(new Page(1, new CharSpan(0, words.length()))), List.of());
    TextStore texts = new TextStore(() -> directory);
    texts.put(ID, text);
    assertEquals(Optional.of(text), texts.find(ID));
  }

  @Test
  void takesNoPathForAnId() {
    TextStore texts = new TextStore(() -> directory);
    assertThrows(IllegalArgumentException.class, () -> texts.find(new DocumentId("../records")));
  }
}
