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
 * Cuts a text into passages: windows of whole sentences of about a hundred words, each beginning
 * with the last sentence of the one before ({@link PassageWindows#SHIPPED}).
 *
 * <p>A passage does not cross a heading, except that sections of fewer than {@value
 * Sections#MIN_WORDS} words are joined with their neighbours. Passages come in order, and every
 * character that is not white space stands in at least one of them. Takes time and memory linear in
 * the text. Pure: any thread may call.
 */
@Singleton
public final class PassageSplitter {
  private final PassageWindows sizes;

  public PassageSplitter() {
    this(PassageWindows.SHIPPED);
  }

  /** Cuts into windows of other lengths, for whoever measures. */
  public PassageSplitter(PassageWindows sizes) {
    this.sizes = sizes;
  }

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

  private List<List<CharSpan>> windows(String text, List<CharSpan> sentences) {
    int[] words =
        sentences.stream().mapToInt(s -> WordCounter.count(text, s.start(), s.end())).toArray();
    int left = IntStream.of(words).sum();
    List<List<CharSpan>> windows = new ArrayList<>();
    int next = 0;
    while (next < words.length) {
      int start = next;
      int inWindow = 0;
      while (start > 0
          && next - start < sizes.overlap()
          && inWindow + words[start - 1] <= sizes.maxOverlapWords()) {
        start--;
        inWindow += words[start];
      }
      do {
        inWindow += words[next];
        left -= words[next];
        next++;
      } while (next < words.length
          && (inWindow < sizes.minWords()
              || inWindow + words[next] <= sizes.words()
              || left < sizes.minRest()));
      windows.add(List.copyOf(sentences.subList(start, next)));
    }
    return windows;
  }
}
