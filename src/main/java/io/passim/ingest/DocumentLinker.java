package io.passim.ingest;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata;
import io.passim.document.DocumentStatus;
import io.passim.store.DocumentRecords;
import java.util.Optional;

/**
 * Links a document that comes in to those that are there: the one that it repeats, and the one that
 * it replaces. The caller sees to it that none comes in between.
 */
final class DocumentLinker {
  private final DocumentRecords documents;

  DocumentLinker(DocumentRecords documents) {
    this.documents = documents;
  }

  /**
   * An upload as the duplicate and the new version that it is; one that has failed is neither. A
   * new version keeps what people have written of the one before it.
   *
   * @param document with the document that it is to replace if the client names one
   * @throws DocumentRefusedException if that one is not in force in the collection
   */
  Document linked(Document document) {
    Optional<Document> predecessor = predecessor(document);
    if (document.status() != DocumentStatus.QUEUED) {
      return document.replaces(null);
    }
    Document linked = deduplicated(document);
    return predecessor
        .map(old ->
            linked.replaces(old.id()).withMetadata(document.metadata().following(old.metadata())))
        .orElse(linked.replaces(null));
  }

  /**
   * The metadata of a version whose turn has come: with what people have written meanwhile of the
   * one before it, if that is still in force or on its way there.
   */
  DocumentMetadata metadata(Document version) {
    DocumentId replaced = version.replaces();
    Document old = replaced == null ? null : documents.find(replaced).orElse(null);
    if (old == null || old.supersededBy() != null) {
      return version.metadata();
    }
    return switch (old.status()) {
      case SUPERSEDED -> version.metadata();
      case FAILED -> metadata(version.replaces(old.replaces()));
      default -> version.metadata().following(metadata(old));
    };
  }

  /** As a duplicate, if the collection has the same bytes in force or on their way there. */
  Document deduplicated(Document document) {
    return documents
        .findOriginal(document.collectionId(), document.sha256())
        .map(first -> document.duplicateOf(first.id()))
        .orElse(document);
  }

  /**
   * Checks that nothing has come in the place of a document.
   *
   * @throws DocumentRefusedException with {@code document_superseded} if something has, with {@code
   *     document_in_progress} if it is on its way
   */
  void requireNoneNewer(Document document) {
    requireNoneNewer(document, "the document");
  }

  /**
   * Checks that nothing has come in the place of a failed document, nor of the one that it was to
   * replace.
   *
   * @throws DocumentRefusedException as by {@link #requireNoneNewer}
   */
  void requireNotOvertaken(Document failed) {
    requireNoneNewer(failed);
    DocumentId replaced = failed.replaces();
    Document old = replaced == null ? null : documents.find(replaced).orElse(null);
    if (old != null && !failed.id().equals(old.supersededBy())) {
      requireNoneNewer(old, "the document that this one was to replace");
    }
  }

  private void requireNoneNewer(Document document, String name) {
    boolean superseded = document.supersededBy() != null;
    Optional<Document> newer = documents.findNewer(document);
    if (superseded || newer.filter(each -> each.status() == DocumentStatus.READY).isPresent()) {
      throw new DocumentRefusedException(
          "document_superseded", "A newer version of " + name + " is in force.");
    }
    if (newer.isPresent()) {
      throw new DocumentRefusedException(
          "document_in_progress", "A new version of " + name + " is being taken in.");
    }
  }

  /** The document whose new version this is: the one that the client names, else its namesake. */
  private Optional<Document> predecessor(Document document) {
    DocumentId named = document.replaces();
    Optional<Document> meant =
        named == null
            ? documents.findLatest(document.collectionId(), document.folder(), document.filename())
            : Optional.of(replaceable(named, document.collectionId()));
    return meant.map(this::newest).filter(each -> !each.sha256().equals(document.sha256()));
  }

  /** The last in the line of versions that one begins. */
  private Document newest(Document document) {
    Document newest = document;
    Optional<Document> next = documents.findReplacement(document.id());
    while (next.isPresent()) {
      newest = next.get();
      next = documents.findReplacement(newest.id());
    }
    return newest;
  }

  private Document replaceable(DocumentId id, String collectionId) {
    return documents
        .find(id)
        .filter(each -> each.collectionId().equals(collectionId))
        .filter(each -> each.supersededBy() == null && each.status() != DocumentStatus.SUPERSEDED)
        .orElseThrow(() ->
            new DocumentRefusedException(
                "replaces_invalid",
                "There is no document " + id + " in force in this collection to replace."));
  }
}
