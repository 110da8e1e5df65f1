package io.passim.store;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents and, in their status, the queue of the ingest: every row that is not final is work
 * to be done.
 *
 * <p>Any thread may call any method; each is one transaction.
 */
public interface DocumentRecords {
  /**
   * Adds a document behind those that came before it.
   *
   * @return false if its collection does not exist
   */
  boolean insert(Document document);

  /**
   * Replaces a document.
   *
   * @return false if it has been deleted
   */
  boolean update(Document document);

  Optional<Document> find(DocumentId id);

  /** The documents of a collection in upload order. */
  List<Document> list(String collectionId);

  /** All documents, whatever their status, with the bytes that each is made of. */
  Map<DocumentId, String> contents();

  /** All documents that are ready and not a duplicate, in upload order. */
  List<Document> ready();

  /**
   * Documents that are not final, in upload order, at most {@code limit} of them. A duplicate is
   * left out until the document it repeats is final.
   */
  List<Document> unfinished(int limit);

  /**
   * The first document of a collection with these bytes that has not failed and is not a duplicate
   * itself.
   */
  Optional<Document> findOriginal(String collectionId, String sha256);

  /** Number of documents, in all collections, with these bytes. */
  int countByContent(String sha256);

  /**
   * Removes a document. Where others repeat it, the first of them takes its place: it is queued for
   * an ingest of its own, and the rest are queued behind it.
   *
   * @return what was queued again, first the one that takes the place; empty if none or if the
   *     document was not there
   */
  List<Document> delete(DocumentId id);
}
