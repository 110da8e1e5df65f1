package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentStatus;
import io.passim.document.DocumentText;
import io.passim.document.PageWords;
import io.passim.document.Problem;
import io.passim.document.Tags;
import io.passim.index.IndexedDocument;
import io.passim.index.PassageIndex;
import io.passim.store.DocumentRecords;
import io.passim.store.TextStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how far a document has come, in the order that keeps each status true: text before
 * {@code indexing}, index before {@code ready}. All of it is void once the document is deleted.
 */
@Singleton
class DocumentJournal {
  /** What a document that has been parsed has behind it. */
  static final double PARSED = 0.7;

  private final DocumentRecords documents;
  private final TextStore texts;
  private final PassageIndex index;
  private final LibraryLock lock;
  private final DocumentEvents events;

  @Inject
  DocumentJournal(
      DocumentRecords documents,
      TextStore texts,
      PassageIndex index,
      LibraryLock lock,
      DocumentEvents events) {
    this.documents = documents;
    this.texts = texts;
    this.index = index;
    this.lock = lock;
    this.events = events;
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Records a state.
   *
   * @return false if the document has been deleted
   */
  boolean record(Document document) {
    boolean there = documents.update(document);
    if (there) {
      events.publish(document);
    }
    return there;
  }

  /**
   * Records that a document has failed. What has come as far as the index may have passages there
   * from before, such as a ready one that is indexed anew: they go first.
   *
   * <p>Documents that repeat it are queued: their words were in those passages.
   *
   * @return false if it has been deleted
   */
  boolean recordFailed(Document document, Problem problem) {
    return lock.with(() -> {
      if (document.status() == DocumentStatus.INDEXING) {
        index.delete(document.id());
      }
      Document failed = document.failed(problem);
      Optional<List<Document>> repeating = documents.fail(failed);
      if (repeating.isEmpty()) {
        return false;
      }
      events.publish(failed);
      repeating.get().forEach(events::publish);
      return true;
    });
  }

  /**
   * Keeps the text of a document and records that it is being indexed. A crash may lose the text
   * until {@link #forceTexts}; the original is then parsed again.
   *
   * @param words that were recognised on its pages; null to leave those that are kept
   * @return false if it has been deleted, or another has brought it to its end
   */
  boolean recordText(Document indexing, DocumentText text, @Nullable List<PageWords> words) {
    // The disk takes longer than all the rest: the lock is not held meanwhile.
    try (TextStore.Staged staged = texts.stage(indexing.id(), text, words)) {
      return lock.with(() -> {
        if (documents.find(indexing.id()).filter(each -> !each.status().isFinal()).isEmpty()) {
          return false;
        }
        texts.commit(staged);
        return record(indexing);
      });
    }
  }

  /** To be called before a document whose text has been recorded becomes ready. */
  void forceTexts() {
    texts.force();
  }

  /**
   * Settles a duplicate while the document that it repeats cannot be deleted.
   *
   * @return empty if the first has ended and is not ready: the duplicate is to be ingested itself
   */
  Optional<IngestOutcome> recordDuplicate(Document document, DocumentId firstId) {
    return lock.with(() ->
        documents
            .find(firstId)
            .flatMap(first -> {
              if (!first.status().isFinal()) {
                // Another that repeats it has had its tags indexed meanwhile.
                return Optional.of(new IngestOutcome.Waiting(document, firstId));
              }
              return Optional.of(first)
                  .filter(each -> each.status() == DocumentStatus.READY)
                  .map(ready -> settled(document.id(), ready));
            }));
  }

  private IngestOutcome settled(DocumentId id, Document first) {
    return documents
        .find(id)
        .filter(duplicate -> first.id().equals(duplicate.duplicateOf()))
        .map(duplicate -> settle(duplicate, first))
        .orElseGet(() -> new IngestOutcome.Withdrawn(id));
  }

  private IngestOutcome settle(Document duplicate, Document first) {
    Document parsed =
        duplicate
            .parsed(
                first.metadata().tagged(duplicate.metadata().tags()),
                Objects.requireNonNull(first.language()),
                first.pages())
            .withoutTextOn(first.pagesWithoutText());
    DocumentId successor = duplicate.supersededBy();
    if (successor != null) {
      keepText(duplicate);
      return recordSuperseded(parsed.superseded(successor));
    }
    addTags(first, duplicate.metadata().tags());
    List<Document> predecessors =
        documents.predecessors(duplicate).stream()
            .filter(each -> !each.id().equals(first.id()))
            .toList();
    searchable(predecessors).forEach(index::delete);
    Document ready = parsed.ready(first.passages(), now());
    takePlace(Map.of(ready, predecessors));
    return new IngestOutcome.Duplicate(ready, first);
  }

  /** What a duplicate is filed under counts for the words that both share. */
  private void addTags(Document first, List<String> tags) {
    DocumentMetadata metadata = first.metadata();
    if (!metadata.tags().containsAll(tags)) {
      List<String> all =
          Stream.concat(metadata.tags().stream(), tags.stream())
              .distinct()
              .limit(Tags.MAX_TAGS)
              .toList();
      // To be indexed anew from its text, in its turn.
      record(first.withMetadata(metadata.tagged(all)).at(DocumentStatus.INDEXING, PARSED));
    }
  }

  /**
   * Records documents that can be found as ready, each in the place of its predecessors. For a
   * caller that holds the lock.
   */
  void takePlace(Map<Document, List<Document>> predecessors) {
    predecessors.values().forEach(each -> each.forEach(this::keepText));
    List<Document> changed = documents.supersede(predecessors);
    predecessors.keySet().forEach(events::publish);
    changed.forEach(events::publish);
  }

  /** Records a document whose successor was there first. For a caller that holds the lock. */
  IngestOutcome recordSuperseded(Document superseded) {
    record(superseded);
    return new IngestOutcome.Superseded(superseded);
  }

  /** A duplicate that goes out of force stands on its own from then on. */
  private void keepText(Document document) {
    DocumentId first = document.duplicateOf();
    if (first != null) {
      texts.copy(first, document.id());
    }
  }

  /** Those whose own passages the index has. */
  static Set<DocumentId> searchable(List<Document> documents) {
    return documents.stream()
        .filter(each -> each.duplicateOf() == null)
        .map(Document::id)
        .collect(Collectors.toSet());
  }

  static IndexedDocument indexed(Document document) {
    return new IndexedDocument(
        document.id(),
        document.collectionId(),
        document.filename(),
        document.title(),
        Objects.requireNonNull(document.language()),
        document.metadata().tags(),
        document.metadata().date(),
        document.uploadedAt());
  }
}
