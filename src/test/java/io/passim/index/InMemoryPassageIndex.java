package io.passim.index;

import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An index that remembers what it was given and finds by substring. */
public final class InMemoryPassageIndex implements PassageIndex {
  private final Map<DocumentId, IndexedPassages> entries = new TreeMap<>();
  private final Map<DocumentId, String> encoders = new TreeMap<>();
  private long generation;
  private boolean full;

  /** While its disk is full, it takes no document. */
  public synchronized void diskIsFull(boolean full) {
    this.full = full;
  }

  @Override
  public synchronized long put(
      IndexedDocument document, List<Passage> passages, Set<DocumentId> superseded) {
    if (full) {
      throw new UncheckedIOException(new IOException("No space left on device"));
    }
    encoders.remove(document.id());
    entries.keySet().removeAll(superseded);
    entries.put(document.id(), new IndexedPassages(document, passages));
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
  public synchronized long delete(DocumentId id) {
    entries.remove(id);
    return ++generation;
  }

  @Override
  public synchronized PassageHits search(PassageQuery query) {
    List<PassageHit> hits =
        entries.values().stream()
            .filter(entry -> isIn(query.scope(), entry))
            .flatMap(entry ->
                entry.passages().stream()
                    .filter(passage -> passage.text().contains(query.text()))
                    .map(passage -> new PassageHit(entry.document(), passage, 1, null, List.of())))
            .limit(query.limit())
            .toList();
    return new PassageHits(hits, generation);
  }

  @Override
  public double inverseDocumentFrequency(String word) {
    return 1;
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
