package io.passim.rank;

import io.passim.document.CharSpan;
import io.passim.document.Passage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole of a list of which a passage holds a part. Pure. */
final class WholeList {
  /** More are no answer that anybody reads. */
  static final int MAX_ITEMS = 50;

  private WholeList() {}

  /**
   * The items with those of their list that stand in the passages before and after.
   *
   * @param document all passages of their document, in order
   */
  static Items of(Items items, List<Passage> document) {
    int at = document.indexOf(items.passage());
    if (at < 0 || !AnswerItems.lists(items.passage()).contains(items.spans())) {
      return items;
    }
    Items whole = items;
    for (Passage next : document.subList(at + 1, document.size())) {
      Items longer = joined(whole, whole.passage(), next);
      if (longer.equals(whole)) {
        break;
      }
      whole = longer;
    }
    for (Passage previous : document.subList(0, at).reversed()) {
      Items longer = joined(whole, previous, whole.passage());
      if (longer.equals(whole)) {
        break;
      }
      whole = longer;
    }
    return cut(whole, items.spans().getFirst());
  }

  /** The items with those of the one of two neighbours that they do not stand in. */
  private static Items joined(Items items, Passage first, Passage second) {
    if (items.spans().size() > MAX_ITEMS) {
      return items;
    }
    if (first.span().end() < second.span().start()) {
      boolean continued = items.continued() || isList(first, second);
      return new Items(items.passage(), items.spans(), continued);
    }
    Passage both = first.joined(second);
    return AnswerItems.lists(both).stream()
        .filter(list -> starts(list).containsAll(starts(items.spans())))
        .filter(list -> !list.equals(items.spans()))
        .findFirst()
        .map(list -> new Items(both, list, items.continued()))
        .orElse(items);
  }

  /**
   * Whether one passage ends with an item, and the other, which shares nothing, begins with one.
   */
  private static boolean isList(Passage first, Passage second) {
    return AnswerItems.beginsWithItem(first.textAt(first.sentences().getLast()))
        && AnswerItems.beginsWithItem(second.text());
  }

  /** Some of too many, from one of them on as far as there are so many. */
  private static Items cut(Items whole, CharSpan from) {
    List<CharSpan> spans = whole.spans();
    if (spans.size() <= MAX_ITEMS) {
      return whole;
    }
    int at = 0;
    while (spans.get(at).start() < from.start()) {
      at++;
    }
    int first = Math.min(at, spans.size() - MAX_ITEMS);
    return new Items(whole.passage(), spans.subList(first, first + MAX_ITEMS), true);
  }

  private static Set<Integer> starts(List<CharSpan> spans) {
    return spans.stream().map(CharSpan::start).collect(Collectors.toSet());
  }
}
