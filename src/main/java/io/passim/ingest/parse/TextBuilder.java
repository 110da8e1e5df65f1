package io.passim.ingest.parse;

import io.passim.document.CharSpan;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.Page;
import io.passim.document.PageWords;
import io.passim.document.RecognisedWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a normalised text together from blocks: paragraphs and headings stand apart by a blank line,
 * list items and table rows by a line break.
 */
final class TextBuilder {
  /** Of recognised words whose places are kept: those of 500 pages of a dense report. */
  static final int MAX_WORDS = 300_000;

  private static final String BLANK_LINE = "\n\n";

  /** Thrown when the text grows past its limit. */
  static final class TooLongException extends LimitException {
    TooLongException(int limit) {
      super(
          "The document unfolds to more than "
              + limit
              + " characters. Split it into smaller documents and upload those.");
    }
  }

  private record PageStart(int number, @Nullable String label, int offset) {}

  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private final List<PageStart> pageStarts = new ArrayList<>();
  private final List<Heading> headings = new ArrayList<>();
  private @Nullable PageStart nextPage;
  private int taken;
  private int pagesWithoutText;
  private final List<PageWords> words = new ArrayList<>();
  private int placed;

  /**
   * @param limit most characters of the text, in UTF-16 code units
   */
  TextBuilder(int limit) {
    this.limit = limit;
  }

  /** What follows stands on page {@code number}, counted from 1. */
  void startPage(int number) {
    startPage(number, null);
  }

  /**
   * The same.
   *
   * @param label what is printed on the page, null if that is its number
   */
  void startPage(int number, @Nullable String label) {
    placePage();
    nextPage = new PageStart(number, label, 0);
  }

  /** A text of its own that shares the limit of this one. */
  TextBuilder part() {
    TextBuilder part = new TextBuilder(limit);
    part.taken = taken + text.length();
    return part;
  }

  /**
   * Appends a part on pages of its own, numbered on from the last; its pages are labelled as it
   * numbers them itself if it has several.
   *
   * @param heading what stands above it; its own headings come one level below
   */
  void section(String heading, DocumentText part) {
    int number = numberOfNextPage();
    startPage(number, labelOf(part, part.pages().getFirst(), number));
    heading(1, heading);
    append(part, 1, number);
  }

  /** Appends a part that goes on, on the page where this text is; further pages count on. */
  void append(DocumentText part) {
    append(part, 0, numberOfNextPage() - 1);
  }

  /** What follows stands on the page after the last that has a number. */
  void startNextPage() {
    startPage(numberOfNextPage());
  }

  /**
   * These words, with which the text ends, and what follows them stand on the page after the last
   * that has a number. If it does not end with them, only what follows does.
   */
  void breakPageBefore(CharSequence words) {
    startNextPage();
    String clean = TextCleaner.clean(words);
    int offset = text.length() - clean.length();
    boolean found =
        !clean.isEmpty()
            && offset >= 0
            && offset >= pageStarts.getLast().offset()
            && text.indexOf(clean, offset) == offset;
    if (found) {
      pageStarts.add(new PageStart(pageStarts.getLast().number() + 1, null, offset));
      nextPage = null;
    }
  }

  /** A page shows something of which no words are known. */
  void countPageWithoutText() {
    pagesWithoutText++;
  }

  /**
   * Says where words of a page stand that text recognition has read. There is room for so many
   * pages' words as have {@link #MAX_WORDS}; those of parts are not kept, as parts are never shown
   * as pages.
   */
  void placeWords(int page, List<RecognisedWord> recognised) {
    if (!recognised.isEmpty() && recognised.size() <= MAX_WORDS - placed) {
      placed += recognised.size();
      words.add(new PageWords(page, recognised));
    }
  }

  /** The words whose places are known, by page. */
  List<PageWords> words() {
    return List.copyOf(words);
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

  /**
   * Checks that so many more characters find room.
   *
   * @throws TooLongException if they do not
   */
  void checkRoomFor(int more) {
    if ((long) taken + text.length() + more > limit) {
      throw new TooLongException(limit);
    }
  }

  /** Forgets all words so far. */
  void clear() {
    text.setLength(0);
    headings.clear();
    pageStarts.clear();
    nextPage = null;
    pagesWithoutText = 0;
    words.clear();
    placed = 0;
  }

  /** How many characters there are. */
  int length() {
    return text.length();
  }

  /** Forgets what has been written since there were so many characters, on the same page. */
  void cutBack(int length) {
    text.setLength(length);
    headings.removeIf(heading -> heading.span().end() > length);
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
      pageStarts.add(new PageStart(1, null, 0));
    }
    List<Page> pages = new ArrayList<>(pageStarts.size());
    for (int i = 0; i < pageStarts.size(); i++) {
      int start = i == 0 ? 0 : pageStarts.get(i).offset();
      int end = i + 1 < pageStarts.size() ? pageStarts.get(i + 1).offset() : text.length();
      PageStart page = pageStarts.get(i);
      pages.add(new Page(page.number(), page.label(), new CharSpan(start, end)));
    }
    return new DocumentText(text.toString(), pages, headings).withoutTextOn(pagesWithoutText);
  }

  private void append(DocumentText part, int deeper, int firstNumber) {
    pagesWithoutText += part.pagesWithoutText();
    if (part.text().isEmpty()) {
      return;
    }
    int before = text.length();
    append(BLANK_LINE, part.text());
    int base = before == 0 ? 0 : before + BLANK_LINE.length();
    for (Page page : part.pages().subList(1, part.pages().size())) {
      int number = firstNumber + page.number() - part.pages().getFirst().number();
      pageStarts.add(
          new PageStart(number, labelOf(part, page, number), base + page.span().start()));
    }
    for (Heading heading : part.headings()) {
      CharSpan span = heading.span();
      headings.add(
          new Heading(
              heading.level() + deeper, new CharSpan(base + span.start(), base + span.end())));
    }
  }

  private static @Nullable String labelOf(DocumentText part, Page page, int number) {
    if (page.label() != null || part.pages().size() == 1 || page.number() == number) {
      return page.label();
    }
    return Integer.toString(page.number());
  }

  /** What was written before any page was named stands on the first. */
  private int numberOfNextPage() {
    placePage();
    if (pageStarts.isEmpty()) {
      if (text.isEmpty()) {
        return 1;
      }
      pageStarts.add(new PageStart(1, null, 0));
    }
    return pageStarts.getLast().number() + 1;
  }

  private void append(String separator, String words) {
    if (words.isEmpty()) {
      return;
    }
    checkRoomFor(words.length());
    if (!text.isEmpty()) {
      text.append(separator);
    }
    placePage();
    text.append(words);
  }

  /** A page begins with its first words, not with the blank line before them. */
  private void placePage() {
    if (nextPage != null) {
      pageStarts.add(new PageStart(nextPage.number(), nextPage.label(), text.length()));
      nextPage = null;
    }
  }
}
