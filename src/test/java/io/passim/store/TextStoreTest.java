package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.document.DamagedTextException;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.Page;
import io.passim.document.PageWords;
import io.passim.document.RecognisedWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  private static final List<RecognisedWord> FIRST =
      List.of(
          new RecognisedWord("À", 1, 0.12345f, 0.5f, 0.1f, 0.02f),
          new RecognisedWord("\"demain\"", 1, 0.25f, 0.5f, 0.75f, 0.02f));
  private static final List<RecognisedWord> THIRD =
      List.of(new RecognisedWord("\uD83D\uDE00", 7, 0, 0, 1, 1));
  private static final List<PageWords> WORDS =
      List.of(new PageWords(1, FIRST), new PageWords(3, THIRD));

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
    try (TextStore.Staged staged = texts.stage(ID, TEXT, List.of())) {
      assertEquals(Optional.empty(), texts.find(ID));
      texts.commit(staged);
      assertEquals(Optional.of(TEXT), texts.find(ID));
    }
    texts
        .stage(
            ID, new DocumentText("x", List.of(new Page(1, new CharSpan(0, 1))), List.of()), WORDS)
        .close();
    texts.force();
    assertEquals(Optional.of(TEXT), texts.find(ID));
    try (Stream<Path> files = Files.list(directory.resolve("texts"))) {
      assertEquals(List.of("d_1.json"), files.map(each -> each.getFileName().toString()).toList());
    }
  }

  @Test
  void givesBackTheWordsOfAPage() {
    put(ID, WORDS);
    TextStore texts = new TextStore(() -> directory);
    assertEquals(FIRST, texts.words(ID, 1));
    assertEquals(List.of(), texts.words(ID, 2));
    assertEquals(THIRD, texts.words(ID, 3));
    assertEquals(Optional.of(TEXT), texts.find(ID));
    assertEquals(List.of(), texts.words(new DocumentId("d_2"), 1));
    assertEquals(Set.of(1, 3), texts.pagesWithWords(ID));
    assertEquals(Set.of(), texts.pagesWithWords(new DocumentId("d_2")));
  }

  /** A text that is read anew brings its words; one that is only kept anew leaves them. */
  @Test
  void wordsGoWithTheTextThatTheyAreOf() {
    TextStore texts = put(ID, WORDS);
    put(ID, null);
    assertEquals(FIRST, texts.words(ID, 1));
    put(ID, List.of(new PageWords(3, FIRST)));
    assertEquals(List.of(), texts.words(ID, 1));
    assertEquals(FIRST, texts.words(ID, 3));
    put(ID, List.of());
    assertEquals(List.of(), texts.words(ID, 3));
  }

  @Test
  void wordsAreCopiedAndDeletedWithTheText() throws IOException {
    TextStore texts = put(ID, WORDS);
    DocumentId copy = new DocumentId("d_2");
    texts.copy(ID, copy);
    texts.delete(ID);
    assertEquals(List.of(), texts.words(ID, 1));
    assertEquals(Optional.of(TEXT), texts.find(copy));
    assertEquals(FIRST, texts.words(copy, 1));
    assertEquals(0, texts.retain(Set.of(copy)));
    assertEquals(FIRST, texts.words(copy, 1));
    assertEquals(2, texts.retain(Set.of(ID)));
    try (Stream<Path> files = Files.list(directory.resolve("texts"))) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void saysThatATextIsDamaged() throws IOException {
    TextStore texts = put(ID, WORDS);
    Path file = directory.resolve("texts/d_1.json");
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 10, whole.length / 2, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(DamagedTextException.class, () -> texts.find(ID), () -> "cut at " + length);
    }
  }

  @Test
  void saysThatWordsAreDamagedAndKeepsTheText() throws IOException {
    TextStore texts = put(ID, WORDS);
    Path file = directory.resolve("texts/d_1.words.zip");
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 10, whole.length / 2, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(DamagedTextException.class, () -> texts.words(ID, 1), () -> "cut at " + length);
      assertThrows(DamagedTextException.class, () -> texts.pagesWithWords(ID));
    }
    byte[] changed = whole.clone();
    Arrays.fill(changed, 45, 60, (byte) 0x55);
    Files.write(file, changed);
    assertThrows(DamagedTextException.class, () -> texts.words(ID, 1));
    assertEquals(Optional.of(TEXT), texts.find(ID));
    put(ID, WORDS);
    assertEquals(FIRST, texts.words(ID, 1));
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

  private TextStore put(DocumentId id, @Nullable List<PageWords> words) {
    TextStore texts = new TextStore(() -> directory);
    try (TextStore.Staged staged = texts.stage(id, TEXT, words)) {
      texts.commit(staged);
    }
    texts.force();
    return texts;
  }

  @Test
  void takesNoPathForAnId() {
    TextStore texts = new TextStore(() -> directory);
    assertThrows(IllegalArgumentException.class, () -> texts.find(new DocumentId("../records")));
  }
}
