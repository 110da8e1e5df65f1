package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.Passage;
import io.passim.index.IndexedPassages;
import io.passim.index.PassageIndex;
import io.passim.index.PassageReplacement;
import io.passim.store.DocumentRecords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future.State;

/**
 * Makes documents searchable, and records that they are: index before {@code ready}. Documents that
 * come while others are being committed wait and are then committed together, since a commit costs
 * little more for many than for one. Any thread may call.
 */
@Singleton
class GroupCommit {
  private final DocumentRecords documents;
  private final DocumentLinker linker;
  private final PassageIndex index;
  private final LibraryLock lock;
  private final DocumentJournal journal;
  private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();

  @Inject
  GroupCommit(
      DocumentRecords documents, PassageIndex index, LibraryLock lock, DocumentJournal journal) {
    this.documents = documents;
    linker = new DocumentLinker(documents);
    this.index = index;
    this.lock = lock;
    this.journal = journal;
  }

  private record Entry(
      Document document, List<Passage> passages, CompletableFuture<IngestOutcome> outcome) {}

  /**
   * Makes a document searchable, in the place of its predecessors if it has any, and records that
   * it is. One that has a successor already is superseded at once.
   */
  IngestOutcome recordReady(Document document, List<Passage> passages) {
    Entry own = new Entry(document, passages, new CompletableFuture<>());
    waiting.add(own);
    return lock.with(() -> {
      if (!own.outcome.isDone()) {
        settleWaiting();
      }
      if (own.outcome.state() == State.SUCCESS) {
        return own.outcome.resultNow();
      }
      switch (own.outcome.exceptionNow()) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new IllegalStateException(e);
      }
    });
  }

  private void settleWaiting() {
    List<Entry> all = new ArrayList<>();
    for (Entry next = waiting.poll(); next != null; next = waiting.poll()) {
      all.add(next);
    }
    try {
      settle(all);
    } catch (RuntimeException | Error e) {
      // Whose fault it was is found out one by one.
      all.stream().filter(entry -> !entry.outcome.isDone()).forEach(this::settleAlone);
    }
  }

  private void settleAlone(Entry entry) {
    try {
      settle(List.of(entry));
    } catch (RuntimeException | Error e) {
      entry.outcome.completeExceptionally(e);
    }
  }

  private void settle(List<Entry> entries) {
    Group group = new Group();
    for (Entry entry : entries) {
      if (!group.take(entry)) {
        group.commit();
        group = new Group();
        group.take(entry);
      }
    }
    group.commit();
  }

  /** Documents of which none comes in the place of another. */
  private final class Group {
    private final List<Place> places = new ArrayList<>();
    private final Set<DocumentId> concerned = new HashSet<>();

    /** A document that is to be ready, and those in whose place it comes. */
    private record Place(Entry entry, Document ready, List<Document> predecessors) {
      PassageReplacement replacement() {
        return new PassageReplacement(
            new IndexedPassages(DocumentJournal.indexed(ready), entry.passages),
            DocumentJournal.searchable(predecessors));
      }
    }

    /**
     * Settles a document at once if it is not to become ready, else with the group.
     *
     * @return false if it has to do with one of the group, which is to be committed before
     */
    boolean take(Entry entry) {
      Document document = entry.document;
      if (concerned.contains(document.id())) {
        return false;
      }
      Document current = documents.find(document.id()).orElse(null);
      if (current == null || current.status().isFinal()) {
        entry.outcome.complete(new IngestOutcome.Withdrawn(document.id()));
        return true;
      }
      DocumentId successor = current.supersededBy();
      if (successor != null) {
        entry.outcome.complete(journal.recordSuperseded(document.superseded(successor)));
        return true;
      }
      List<Document> before = documents.predecessors(current);
      if (before.stream().map(Document::id).anyMatch(concerned::contains)) {
        return false;
      }
      Document ready =
          document
              .withMetadata(linker.metadata(document.replaces(current.replaces())))
              .ready(entry.passages.size(), DocumentJournal.now());
      places.add(new Place(entry, ready, before));
      concerned.add(document.id());
      before.forEach(each -> concerned.add(each.id()));
      return true;
    }

    void commit() {
      if (places.isEmpty()) {
        return;
      }
      journal.forceTexts();
      index.putAll(places.stream().map(Place::replacement).toList());
      Map<Document, List<Document>> ready = new LinkedHashMap<>();
      places.forEach(place -> ready.put(place.ready, place.predecessors));
      journal.takePlace(ready);
      places.forEach(place -> place.entry.outcome.complete(new IngestOutcome.Ready(place.ready)));
    }
  }
}
