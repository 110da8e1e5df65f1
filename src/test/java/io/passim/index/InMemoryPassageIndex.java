package io.passim.index;

import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An index that remembers what it was given and finds by substring. */
public final class InMemoryPassageIndex implements PassageIndex {
  private final Map<DocumentId, IndexedPassages> entries = new TreeMap<>();
  private final Map<DocumentId, String> encoders = new TreeMap<>();
  private long generation;
  private final Set<DocumentId> refused = new HashSet<>();
  private boolean full;

  /** While its disk is full, it takes no document. */
  public synchronized void diskIsFull(boolean full) {
    this.full = full;
  }

  /** Takes nothing together with this document. */
  public synchronized void refuse(DocumentId id) {
    refused.add(id);
  }

  @Override
  public synchronized long putAll(List<PassageReplacement> replacements) {
    if (full
        || replacements.stream()
            .anyMatch(each -> refused.contains(each.passages().document().id()))) {
      throw new UncheckedIOException(new IOException("No space left on device"));
    }
    for (PassageReplacement replacement : replacements) {
      DocumentId id = replacement.passages().document().id();
      encoders.remove(id);
      entries.keySet().removeAll(replacement.superseded());
      entries.put(id, replacement.passages());
    }
    return ++generation;
  }

  @Override
  public synchronized long putVectors(
      IndexedPassages passages, String encoder, List<float[]> vectors) {
    encoders.put(passages.document().id(), encoder);
    return ++generation;
  }

  @Override
  public synchronized Optional<IndexedPassages> withoutVectors(
      String encoder, Set<DocumentId> except) {
    return entries.values().stream()
        .filter(entry -> !encoder.equals(encoders.get(entry.document().id())))
        .filter(entry -> !except.contains(entry.document().id()))
        .findFirst();
  }

  @Override
  public synchronized int countWithoutVectors(String encoder) {
    return withoutVectors(encoder, Set.of()).map(entry -> entry.passages().size()).orElse(0);
  }

  @Override
  public synchronized Optional<IndexedPassages> find(DocumentId id) {
    return Optional.ofNullable(entries.get(id));
  }

  @Override
  public synchronized long delete(Set<DocumentId> ids) {
    entries.keySet().removeAll(ids);
    return ++generation;
  }

  @Override
  public synchronized PassageHits search(PassageQuery query, PassageSelection selection) {
    PassageScore score = new PassageScore(1, null, List.of());
    List<PassageHit> hits =
        entries.values().stream()
            .filter(entry -> isIn(query.scope(), entry))
            .flatMap(entry ->
                entry.passages().stream()
                    .filter(passage -> passage.text().contains(query.text()))
                    .map(passage -> new PassageHit(entry.document(), passage, score)))
            .limit(query.limit())
            .toList();
    List<PassageScore> scores = hits.stream().map(PassageHit::score).toList();
    return new PassageHits(
        selection.select(scores).stream().map(hits::get).toList(), scores, generation);
  }

  @Override
  public Map<String, Double> inverseDocumentFrequencies(
      String question, Collection<String> words, DocumentScope scope) {
    return words.stream().distinct().collect(Collectors.toMap(word -> word, _ -> 1.0));
  }

  @Override
  public synchronized boolean holds(DocumentId id, DocumentScope scope) {
    return find(id).filter(entry -> isIn(scope, entry)).isPresent();
  }

  @Override
  public synchronized int passages(DocumentScope scope) {
    return entries.values().stream()
        .filter(entry -> isIn(scope, entry))
        .map(IndexedPassages::passages)
        .mapToInt(Collection::size)
        .sum();
  }

  @Override
  public synchronized Set<DocumentId> documents() {
    return Set.copyOf(entries.keySet());
  }

  @Override
  public synchronized long generation() {
    return generation;
  }

  /** Collections and tags are all that a test asks for here. */
  private static boolean isIn(DocumentScope scope, IndexedPassages entry) {
    Set<String> collectionIds = scope.collectionIds();
    return (collectionIds.isEmpty() || collectionIds.contains(entry.document().collectionId()))
        && (scope.tags().isEmpty() || !Collections.disjoint(scope.tags(), entry.document().tags()));
  }
}
