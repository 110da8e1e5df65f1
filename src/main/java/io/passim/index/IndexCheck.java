package io.passim.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;

/**
 * Tells whether an index can be used: whether it is of this version, whole, and every byte as it
 * was written. Opening alone reads only the ends of most files; damage in their middle would come
 * to light as a wrong hit or a failing search, some day.
 *
 * <p>Reads every file once, to compare the checksums that Lucene keeps at their ends.
 */
final class IndexCheck {
  private IndexCheck() {}

  /**
   * Looks at an index.
   *
   * @throws IOException if it cannot be told, since the disk refuses to read
   */
  static IndexFinding of(Directory directory) throws IOException {
    try {
      if (DirectoryReader.indexExists(directory)) {
        return check(directory);
      }
      if (Arrays.stream(directory.listAll()).anyMatch(file -> file.startsWith("_"))) {
        return new IndexFinding.Damaged(
            new CorruptIndexException("there are segments and no list of them", "segments"));
      }
      return new IndexFinding.Sound();
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException
        | FileNotFoundException
        | EOFException e) {
      return new IndexFinding.Damaged(e);
    } catch (RuntimeException e) {
      // What damaged bytes say can be anything, such as a codec that nobody knows.
      return new IndexFinding.Damaged(e);
    }
  }

  private static IndexFinding check(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      String schema =
          reader.getIndexCommit().getUserData().getOrDefault(CommittingWriter.SCHEMA, "");
      if (!schema.equals(PassageDocuments.SCHEMA)) {
        return new IndexFinding.Outdated(schema);
      }
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return new IndexFinding.Sound();
    }
  }
}
