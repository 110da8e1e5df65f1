package io.passim.ingest.passage;

import io.passim.document.CharSpan;
import io.passim.document.DocumentText;
import io.passim.document.Heading;
import io.passim.document.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages and headings at offsets that are asked for in rising order, which {@link
 * DocumentText#pageAt} and {@link DocumentText#headingPathAt} would find in quadratic time.
 */
final class Places {
  private final DocumentText text;
  private final List<Heading> path = new ArrayList<>();
  private int page;
  private int heading;

  Places(DocumentText text) {
    this.text = text;
  }

  /** What of each page lies within {@code span}; the page before it if none does. */
  List<Page> pagesIn(CharSpan span) {
    List<Page> pages = text.pages();
    while (page + 1 < pages.size() && pages.get(page + 1).span().start() <= span.start()) {
      page++;
    }
    List<Page> within = new ArrayList<>();
    for (int i = page; i < pages.size() && pages.get(i).span().start() < span.end(); i++) {
      int start = Math.max(span.start(), pages.get(i).span().start());
      int end = Math.min(span.end(), pages.get(i).span().end());
      if (start < end) {
        within.add(new Page(pages.get(i).number(), pages.get(i).label(), new CharSpan(start, end)));
      }
    }
    return within.isEmpty()
        ? List.of(new Page(pages.get(page).number(), pages.get(page).label(), span))
        : within;
  }

  /** The headings above the first of the sentences that is not a heading itself. */
  List<String> headingPathOf(List<CharSpan> sentences) {
    for (CharSpan sentence : sentences) {
      advance(sentence.start());
      if (path.isEmpty() || !path.getLast().span().contains(sentence.start())) {
        break;
      }
    }
    return path.stream().map(above -> above.span().of(text.text())).toList();
  }

  private void advance(int offset) {
    List<Heading> headings = text.headings();
    while (heading < headings.size() && headings.get(heading).span().start() <= offset) {
      Heading next = headings.get(heading++);
      while (!path.isEmpty() && path.getLast().level() >= next.level()) {
        path.removeLast();
      }
      path.add(next);
    }
  }
}
