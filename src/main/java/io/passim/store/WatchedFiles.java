package io.passim.store;

import io.passim.document.DocumentId;
import java.time.Instant;
import java.util.List;

/**
 * The files of the watched directory as they were when they were taken in. Any thread may call any
 * method; each is one transaction.
 */
public interface WatchedFiles {
  List<WatchedFile> list();

  /** Remembers a file, or what has become of it. */
  void put(WatchedFile file);

  /** Forgets a file; one that is not there is no error. */
  void remove(String path);

  /**
   * A file that was taken in.
   *
   * @param path within the watched directory, with {@code /} between its parts
   * @param modifiedAt in whole milliseconds
   * @param documentId what became of it; it may have been deleted since
   */
  record WatchedFile(String path, long bytes, Instant modifiedAt, DocumentId documentId) {}
}
