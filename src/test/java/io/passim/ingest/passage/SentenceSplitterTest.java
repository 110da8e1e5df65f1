package io.passim.ingest.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.CharSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
  @Test
  void knowsAbbreviations() {
    assertEquals(
        List.of("Dr. Moyes spoke to Mr. Lee.", "Then he left."),
        split("Dr. Moyes spoke to Mr. Lee. Then he left.", "en"));
    assertEquals(
        List.of("Voir p. ex. l’annexe de M. Perrin.", "Elle est courte."),
        split("Voir p. ex. l’annexe de M. Perrin. Elle est courte.", "fr"));
  }

  @Test
  void keepsANumberWithWhatItCounts() {
    assertEquals(
        List.of("1. Switch the logger off.", "2. Open the head."),
        split("1. Switch the logger off.\n2. Open the head.", "en"));
  }

  @Test
  void endsASentenceAtEachLine() {
    assertEquals(
        List.of("Lunch | £12", "Dinner | £32"), split("Lunch | £12\nDinner | £32\n", "en"));
  }

  @Test
  void cutsALongSentenceAtASpace() {
    String words = "lorem ".repeat(400).strip();
    List<String> pieces = split(words, "en");
    assertEquals(words, String.join(" ", pieces));
  }

  @Test
  void takesAnyLanguageCode() {
    assertEquals(List.of("Abc.", "Def."), split("Abc. Def.", "xx"));
    assertEquals(List.of("Abc.", "Def."), split("Abc. Def.", "not a code"));
  }

  private static List<String> split(String text, String language) {
    return SentenceSplitter.split(text, new CharSpan(0, text.length()), language).stream()
        .map(span -> span.of(text))
        .toList();
  }
}
