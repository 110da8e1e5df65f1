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
  private final PassageIndex index;
  private final LibraryLock lock;
  private final DocumentJournal journal;
  private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();

  @Inject
  GroupCommit(
      DocumentRecords documents, PassageIndex index, LibraryLock lock, DocumentJournal journal) {
    this.documents = documents;
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
      if (group.concerns(entry.document)) {
        group.commit();
        group = new Group();
      }
      group.add(entry);
    }
    group.commit();
  }

  /** Documents of which none comes in the place of another. */
  private final class Group {
    private final Map<Entry, List<Document>> predecessors = new LinkedHashMap<>();
    private final Set<DocumentId> concerned = new HashSet<>();

    boolean concerns(Document document) {
      return concerned.contains(document.id())
          || documents.predecessors(document).stream()
              .map(Document::id)
              .anyMatch(concerned::contains);
    }

    void add(Entry entry) {
      Document document = entry.document;
      Document current = documents.find(document.id()).orElse(null);
      if (current == null || current.status().isFinal()) {
        entry.outcome.complete(new IngestOutcome.Withdrawn(document.id()));
        return;
      }
      DocumentId successor = current.supersededBy();
      if (successor != null) {
        entry.outcome.complete(journal.recordSuperseded(document.superseded(successor)));
        return;
      }
      List<Document> before = documents.predecessors(current);
      predecessors.put(entry, before);
      concerned.add(document.id());
      before.forEach(each -> concerned.add(each.id()));
    }

    void commit() {
      if (predecessors.isEmpty()) {
        return;
      }
      List<PassageReplacement> replacements = new ArrayList<>();
      Map<Document, List<Document>> ready = new LinkedHashMap<>();
      Map<Entry, Document> readyBy = new LinkedHashMap<>();
      predecessors.forEach((entry, before) -> {
        replacements.add(
            new PassageReplacement(
                new IndexedPassages(DocumentJournal.indexed(entry.document), entry.passages),
                DocumentJournal.searchable(before)));
        Document now = entry.document.ready(entry.passages.size(), DocumentJournal.now());
        ready.put(now, before);
        readyBy.put(entry, now);
      });
      index.putAll(replacements);
      journal.takePlace(ready);
      readyBy.forEach(
          (entry, document) -> entry.outcome.complete(new IngestOutcome.Ready(document)));
    }
  }
}
