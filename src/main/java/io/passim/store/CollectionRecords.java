package io.passim.store;

import io.passim.document.CollectionChange;
import io.passim.document.DocumentCollection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The collections, with the counts of their documents and of the passages that can be found.
 *
 * <p>Any thread may call any method.
 */
public interface CollectionRecords {
  /**
   * Adds a collection; its counts are ignored.
   *
   * @return false if there is one of that id already
   */
  boolean insert(DocumentCollection collection);

  Optional<DocumentCollection> find(String id);

  /** All collections, oldest first. */
  List<DocumentCollection> list();

  /**
   * Changes a collection in one step.
   *
   * @return false if there is none of that id
   */
  boolean update(String id, CollectionChange change);

  /** The thresholds of the collections that have one of their own, by the collection's id. */
  Map<String, Double> thresholds();

  /**
   * Removes a collection that has no documents.
   *
   * @return false if there was none of that id
   * @throws IllegalStateException if it has documents
   */
  boolean delete(String id);
}
