package io.passim.rank;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.Passage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole of a list of which a passage holds a part. Pure. */
final class WholeList {
  /** More are no answer that anybody reads. */
  static final int MAX_ITEMS = 50;

  private WholeList() {}

  /**
   * The items with those of their list that stand in the passages before and after.
   *
   * @param documents all passages of a document, in order; asked only if the items are a list
   * @param cancelled whether nobody waits any more
   * @throws CancellationException if so
   */
  static Items of(
      Items items, Function<DocumentId, List<Passage>> documents, BooleanSupplier cancelled) {
    if (!AnswerItems.lists(items.passage()).contains(items.spans())) {
      return items;
    }
    List<Passage> document = documents.apply(items.passage().documentId());
    int at = document.indexOf(items.passage());
    if (at < 0) {
      return items;
    }
    Items whole = items;
    for (Passage next : document.subList(at + 1, document.size())) {
      checkWaited(cancelled);
      Items longer = joined(whole, whole.passage(), next);
      if (longer.equals(whole)) {
        break;
      }
      whole = longer;
    }
    for (Passage previous : document.subList(0, at).reversed()) {
      checkWaited(cancelled);
      Items longer = joined(whole, previous, whole.passage());
      if (longer.equals(whole)) {
        break;
      }
      whole = longer;
    }
    return cut(whole, items.spans().getFirst());
  }

  private static void checkWaited(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("nobody waits for the list");
    }
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
        .map(list -> longer(items, both, list))
        .orElse(items);
  }

  /** The longer list, unless an item of it, which may be a line of any length, has no end. */
  private static Items longer(Items items, Passage passage, List<CharSpan> list) {
    return list.stream().allMatch(item -> item.length() <= AnswerItems.MAX_LENGTH)
        ? new Items(passage, list, items.continued())
        : new Items(items.passage(), items.spans(), true);
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
