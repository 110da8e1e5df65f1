package io.passim.document;

import java.util.ArrayList;
import java.util.List;

/**
 * The normalised text of a document: what answers are quoted from.
 *
 * @param text the text, never changed after the document is ready
 * @param pages in order, covering the text without overlap; at least one
 * @param headings in order of their position
 * @param languages the parts in another language than most of the text, in order
 * @param pagesWithoutText how many pages show something of which no words are known: scans that
 *     were not recognised, drawings, photographs
 */
public record DocumentText(
    String text,
    List<Page> pages,
    List<Heading> headings,
    List<LanguageSpan> languages,
    int pagesWithoutText) {
  public DocumentText {
    pages = List.copyOf(pages);
    headings = List.copyOf(headings);
    // Texts that were stored before there were languages have none.
    languages = languages == null ? List.of() : List.copyOf(languages);
    if (pagesWithoutText < 0) {
      throw new IllegalArgumentException("no number of pages: " + pagesWithoutText);
    }
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("a text has at least one page");
    }
    int end = 0;
    for (Page page : pages) {
      if (page.span().start() < end || page.span().end() > text.length()) {
        throw new IllegalArgumentException(
            page + " overlaps its predecessor or leaves the text of " + text.length());
      }
      end = page.span().end();
    }
    for (LanguageSpan part : languages) {
      if (part.span().end() > text.length()) {
        throw new IllegalArgumentException(part + " leaves the text of " + text.length());
      }
    }
    for (Heading heading : headings) {
      if (heading.span().end() > text.length()) {
        throw new IllegalArgumentException(heading + " leaves the text of " + text.length());
      }
    }
  }

  /** A text of all pages. */
  public DocumentText(
      String text, List<Page> pages, List<Heading> headings, List<LanguageSpan> languages) {
    this(text, pages, headings, languages, 0);
  }

  /** A text of one language. */
  public DocumentText(String text, List<Page> pages, List<Heading> headings) {
    this(text, pages, headings, List.of());
  }

  /** The same text, of which these parts are in another language. */
  public DocumentText in(List<LanguageSpan> languages) {
    return new DocumentText(text, pages, headings, languages, pagesWithoutText);
  }

  /** The same text, in which the words of so many pages are missing. */
  public DocumentText withoutTextOn(int pagesWithoutText) {
    return new DocumentText(text, pages, headings, languages, pagesWithoutText);
  }

  /** The language at {@code offset}: that of its part, or {@code main}. */
  public String languageAt(int offset, String main) {
    for (LanguageSpan part : languages) {
      if (part.span().start() <= offset && offset < part.span().end()) {
        return part.language();
      }
    }
    return main;
  }

  /** Number of the page on which {@code offset} stands; the nearest before it between pages. */
  public int pageAt(int offset) {
    int number = pages.getFirst().number();
    for (Page page : pages) {
      if (page.span().start() > offset) {
        break;
      }
      number = page.number();
    }
    return number;
  }

  /** The headings above {@code offset}, outermost first. */
  public List<String> headingPathAt(int offset) {
    List<Heading> path = new ArrayList<>();
    for (Heading heading : headings) {
      if (heading.span().start() > offset) {
        break;
      }
      while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
        path.removeLast();
      }
      path.add(heading);
    }
    return path.stream().map(heading -> heading.span().of(text)).toList();
  }
}
