package io.passim.ingest.parse;

import io.passim.document.CharSpan;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts a normalised text together from blocks: paragraphs and headings stand apart by a blank line,
 * list items and table rows by a line break.
 */
final class TextBuilder {
  private static final String BLANK_LINE = "\n\n";

  /** Thrown when the text grows past its limit. */
  static final class TooLongException extends RuntimeException {
    TooLongException(int limit) {
      super("more than " + limit + " characters");
    }
  }

  private record PageStart(int number, int offset) {}

  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private final List<PageStart> pageStarts = new ArrayList<>();
  private final List<Heading> headings = new ArrayList<>();
  private int nextPage;

  /**
   * @param limit most characters of the text, in UTF-16 code units
   */
  TextBuilder(int limit) {
    this.limit = limit;
  }

  /** What follows stands on page {@code number}, counted from 1. */
  void startPage(int number) {
    placePage();
    nextPage = number;
  }

  /** A block of its own; blank text is nothing. */
  void paragraph(CharSequence words) {
    append(BLANK_LINE, TextCleaner.clean(words));
  }

  /** A block on the line below the one before, such as the next item of a list. */
  void line(CharSequence words) {
    append("\n", TextCleaner.clean(words));
  }

  /** More words of the paragraph before. */
  void continuation(CharSequence words) {
    append(" ", TextCleaner.clean(words));
  }

  /**
   * @param level 1 for the outermost
   */
  void heading(int level, CharSequence words) {
    String clean = TextCleaner.cleanLine(words);
    append(BLANK_LINE, clean);
    if (!clean.isEmpty()) {
      headings.add(new Heading(level, new CharSpan(text.length() - clean.length(), text.length())));
    }
  }

  /** Forgets all words so far. */
  void clear() {
    text.setLength(0);
    headings.clear();
    pageStarts.clear();
  }

  boolean isBlank() {
    return text.isEmpty();
  }

  /** The words of the first heading of the outermost level there is, empty if there is none. */
  String firstHeading() {
    return headings.stream()
        .min(Comparator.comparingInt(Heading::level))
        .map(heading -> heading.span().of(text.toString()))
        .orElse("");
  }

  DocumentText build() {
    placePage();
    if (pageStarts.isEmpty()) {
      pageStarts.add(new PageStart(1, 0));
    }
    List<Page> pages = new ArrayList<>(pageStarts.size());
    for (int i = 0; i < pageStarts.size(); i++) {
      int start = i == 0 ? 0 : pageStarts.get(i).offset();
      int end = i + 1 < pageStarts.size() ? pageStarts.get(i + 1).offset() : text.length();
      pages.add(new Page(pageStarts.get(i).number(), new CharSpan(start, end)));
    }
    return new DocumentText(text.toString(), pages, headings);
  }

  private void append(String separator, String words) {
    if (words.isEmpty()) {
      return;
    }
    if (!text.isEmpty()) {
      text.append(separator);
    }
    placePage();
    text.append(words);
    if (text.length() > limit) {
      throw new TooLongException(limit);
    }
  }

  /** A page begins with its first words, not with the blank line before them. */
  private void placePage() {
    if (nextPage > 0) {
      pageStarts.add(new PageStart(nextPage, text.length()));
      nextPage = 0;
    }
  }
}
