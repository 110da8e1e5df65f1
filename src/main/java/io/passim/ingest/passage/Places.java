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

  int pageAt(int offset) {
    List<Page> pages = text.pages();
    while (page + 1 < pages.size() && pages.get(page + 1).span().start() <= offset) {
      page++;
    }
    return pages.get(page).number();
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
