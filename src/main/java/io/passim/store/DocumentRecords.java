package io.passim.store;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

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
   * Adds documents behind those that came before them, all or none.
   *
   * @param link is given each when those before it are there, and says what is added
   * @return what was added; empty if the collection does not exist
   */
  List<Document> insert(List<Document> documents, UnaryOperator<Document> link);

  /**
   * Replaces a document, all but {@link Document#replaces} and {@link Document#supersededBy}: these
   * change with other documents.
   *
   * @return false if it has been deleted
   */
  boolean update(Document document);

  Optional<Document> find(DocumentId id);

  /** Those of the given documents that are there. */
  Set<DocumentId> present(Set<DocumentId> ids);

  /** Whether there was a document of that id. */
  boolean wasDeleted(DocumentId id);

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

  /** How much is left to do. */
  Backlog backlog();

  /**
   * The first document of a collection with these bytes that has not failed, is not superseded, and
   * is not a duplicate itself.
   */
  Optional<Document> findOriginal(String collectionId, String sha256);

  /** The latest of the documents of that name that has not failed and is not superseded. */
  Optional<Document> findLatest(String collectionId, String folder, String filename);

  /** The version that is to come in place of a document, or has: one that has not failed. */
  Optional<Document> findReplacement(DocumentId id);

  /**
   * One that came after a document to take its place, and is in force or on its way there: a
   * version of it, or a namesake of other bytes.
   */
  Optional<Document> findNewer(Document document);

  /**
   * Those of the given documents that have been superseded, each with the version that is in force;
   * with nothing if that has been deleted.
   */
  Map<DocumentId, Optional<DocumentId>> superseded(Set<DocumentId> ids);

  /**
   * The documents in whose place this one comes, of those that are still in force or may come to
   * be: the version that it replaces, the namesakes of other bytes that came before it, and what
   * these in turn come in the place of. A file that was uploaded twice has two.
   */
  List<Document> predecessors(Document document);

  /**
   * Records that a document has failed, and queues what repeats it as by {@link #delete}.
   *
   * @return what was queued; empty if the document is not there
   */
  Optional<List<Document>> fail(Document failed);

  /**
   * Puts documents in the place of others, all in one step: each becomes what is given, those
   * before it that are final are superseded, those that are not will be. What repeats these is
   * queued as by {@link #delete}; behind the document in their place if it has the same bytes.
   * Nothing changes for a document that has been deleted.
   *
   * @param predecessors of each document, none of which is another of these documents
   * @return what has changed beside the documents themselves
   */
  List<Document> supersede(Map<Document, List<Document>> predecessors);

  /** Number of documents, in all collections, with these bytes. */
  int countByContent(String sha256);

  /**
   * Removes a document. Where others repeat it, the first of them takes its place: it is queued for
   * an ingest of its own, and the rest are queued behind it. What replaced it or was superseded by
   * then refers to its neighbours. Curated answers in its words lose them; what else quotes it is
   * noted in {@link ErasureRecords}.
   *
   * @return what was queued again, first the one that takes the place; empty if none or if the
   *     document was not there
   */
  default List<Document> delete(DocumentId id) {
    return delete(List.of(id));
  }

  /** Removes documents one after the other as by the other method, all or none. */
  List<Document> delete(List<DocumentId> ids);

  /**
   * What is left to do.
   *
   * @param documents that are not final
   * @param bytes of their originals that have not been dealt with
   */
  record Backlog(int documents, long bytes) {}
}
