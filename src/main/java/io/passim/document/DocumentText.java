package io.passim.document;

import java.util.ArrayList;
import java.util.List;

/**
 * The normalised text of a document: what answers are quoted from.
 *
 * @param text the text, never changed after the document is ready
 * @param pages in order, covering the text without overlap; at least one
 * @param headings in order of their position
 */
public record DocumentText(String text, List<Page> pages, List<Heading> headings) {
  public DocumentText {
    pages = List.copyOf(pages);
    headings = List.copyOf(headings);
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
    for (Heading heading : headings) {
      if (heading.span().end() > text.length()) {
        throw new IllegalArgumentException(heading + " leaves the text of " + text.length());
      }
    }
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
