package io.passim.index;

import io.passim.document.DocumentId;
import io.passim.document.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An index that remembers what it was given and finds by substring. */
public final class InMemoryPassageIndex implements PassageIndex {
  private record Entry(IndexedDocument document, List<Passage> passages) {}

  private final Map<DocumentId, Entry> entries = new TreeMap<>();
  private long generation;
  private boolean full;

  /** While its disk is full, it takes no document. */
  public synchronized void diskIsFull(boolean full) {
    this.full = full;
  }

  @Override
  public synchronized long put(IndexedDocument document, List<Passage> passages) {
    if (full) {
      throw new UncheckedIOException(new IOException("No space left on device"));
    }
    entries.put(document.id(), new Entry(document, List.copyOf(passages)));
    return ++generation;
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
            .filter(entry -> isIn(query.collectionIds(), entry))
            .flatMap(entry ->
                entry.passages().stream()
                    .filter(passage -> passage.text().contains(query.text()))
                    .map(passage -> new PassageHit(entry.document(), passage, 1, List.of())))
            .limit(query.limit())
            .toList();
    return new PassageHits(hits, generation);
  }

  @Override
  public double inverseDocumentFrequency(String word) {
    return 1;
  }

  @Override
  public synchronized int passages(Set<String> collectionIds) {
    return entries.values().stream()
        .filter(entry -> isIn(collectionIds, entry))
        .map(Entry::passages)
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

  private static boolean isIn(Set<String> collectionIds, Entry entry) {
    return collectionIds.isEmpty() || collectionIds.contains(entry.document().collectionId());
  }
}
