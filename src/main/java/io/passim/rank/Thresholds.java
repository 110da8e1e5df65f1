package io.passim.rank;

import io.passim.document.DocumentScope;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The thresholds of collections as they stood at one moment.
 *
 * @param byCollection confidence from which the documents of a collection answer, 0 to 1, by the
 *     collection's id; the others answer from {@link AnswerRanker#threshold} on
 */
public record Thresholds(Map<String, Double> byCollection) {
  /** No collection has one of its own. */
  public static final Thresholds NONE = new Thresholds(Map.of());

  public Thresholds {
    byCollection = Map.copyOf(byCollection);
    byCollection.forEach((id, threshold) -> {
      if (!(threshold >= 0 && threshold <= 1)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "the threshold of %s must lie in [0, 1]: %s", id, threshold));
      }
    });
  }

  /** Those that can decide about a question asked there. */
  public Thresholds within(DocumentScope scope) {
    return scope.collectionIds().isEmpty()
        ? this
        : new Thresholds(
            byCollection.entrySet().stream()
                .filter(entry -> scope.collectionIds().contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * The ranking with the threshold of the collection that its best answer is quoted from, if that
   * has one; the order of the answers is no other.
   */
  public Ranking decide(Ranking ranking) {
    if (ranking.answers().isEmpty()) {
      return ranking;
    }
    String collection = ranking.answers().getFirst().best().passage().document().collectionId();
    return ranking.withThreshold(byCollection.getOrDefault(collection, ranking.threshold()));
  }

  /** All of them in one line, the same in every process; empty if there are none. */
  public String fingerprint() {
    return byCollection.isEmpty() ? "" : new TreeMap<>(byCollection).toString();
  }
}
