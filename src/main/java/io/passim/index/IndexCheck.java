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
import org.jspecify.annotations.Nullable;

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
   * What is wrong with an index, or null if nothing is or there is none.
   *
   * @throws IOException if it cannot be told, since the disk refuses to read
   */
  static @Nullable Exception damageOf(Directory directory) throws IOException {
    try {
      if (DirectoryReader.indexExists(directory)) {
        check(directory);
      } else if (Arrays.stream(directory.listAll()).anyMatch(file -> file.startsWith("_"))) {
        return new CorruptIndexException("there are segments and no list of them", "segments");
      }
      return null;
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException
        | FileNotFoundException
        | EOFException e) {
      return e;
    } catch (RuntimeException e) {
      // What damaged bytes say can be anything, such as a codec that nobody knows.
      return e;
    }
  }

  private static void check(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      String schema =
          reader
              .getIndexCommit()
              .getUserData()
              .getOrDefault(CommittingWriter.SCHEMA, PassageDocuments.SCHEMA);
      if (!schema.equals(PassageDocuments.SCHEMA)) {
        throw new IndexFormatTooOldException(directory.toString(), "schema " + schema);
      }
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
  }
}
