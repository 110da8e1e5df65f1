package io.passim.ingest.passage;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentText;
import io.passim.document.Passage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into passages: windows of whole sentences of about {@value #TARGET_WORDS} words, each
 * beginning with the last sentence of the one before.
 *
 * <p>A passage does not cross a heading, except that sections of fewer than {@value
 * Sections#MIN_WORDS} words are joined with their neighbours. Passages come in order, and every
 * character that is not white space stands in at least one of them. Takes time and memory linear in
 * the text. Pure: any thread may call.
 */
@Singleton
public final class PassageSplitter {
  /** 100-word windows gained 4 points of F1 over whole documents (Multi-passage BERT, 2019). */
  static final int TARGET_WORDS = 100;

  /** A window of fewer words takes one more sentence, however long. */
  private static final int MIN_WORDS = 50;

  /** A rest of fewer new words is left to the window before it. */
  private static final int MIN_REST = 25;

  /** A sentence of more words is not repeated: the overlap would outweigh what is new. */
  private static final int MAX_OVERLAP_WORDS = 50;

  /**
   * Cuts a text.
   *
   * @param language ISO 639 code, which decides the abbreviations that end no sentence
   * @return the passages in order; none if the text is blank
   */
  public List<Passage> split(DocumentId document, DocumentText text, String language) {
    List<Passage> passages = new ArrayList<>();
    Places places = new Places(text);
    for (Sections.Section section : Sections.of(text, language)) {
      for (List<CharSpan> window : windows(text.text(), section.sentences())) {
        passages.add(passage(document, passages.size(), text, window, places));
      }
    }
    return passages;
  }

  private static Passage passage(
      DocumentId document,
      int ordinal,
      DocumentText text,
      List<CharSpan> sentences,
      Places places) {
    CharSpan span = new CharSpan(sentences.getFirst().start(), sentences.getLast().end());
    return new Passage(
        document,
        ordinal,
        span,
        places.pagesIn(span),
        places.headingPathOf(sentences),
        span.of(text.text()),
        sentences,
        languageOf(text, span));
  }

  /** That of its middle: the first sentence may be the overlap with the part before. */
  private static @Nullable String languageOf(DocumentText text, CharSpan span) {
    String language = text.languageAt(span.start() + span.length() / 2, "");
    return language.isEmpty() ? null : language;
  }

  private static List<List<CharSpan>> windows(String text, List<CharSpan> sentences) {
    int[] words =
        sentences.stream().mapToInt(s -> WordCounter.count(text, s.start(), s.end())).toArray();
    int left = IntStream.of(words).sum();
    List<List<CharSpan>> windows = new ArrayList<>();
    int next = 0;
    while (next < words.length) {
      boolean overlaps = next > 0 && words[next - 1] <= MAX_OVERLAP_WORDS;
      int start = overlaps ? next - 1 : next;
      int inWindow = overlaps ? words[next - 1] : 0;
      do {
        inWindow += words[next];
        left -= words[next];
        next++;
      } while (next < words.length
          && (inWindow < MIN_WORDS || inWindow + words[next] <= TARGET_WORDS || left < MIN_REST));
      windows.add(List.copyOf(sentences.subList(start, next)));
    }
    return windows;
  }
}
