package io.passim.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;

/**
 * An index apart from that of the collections, for passages that nobody else is to find. Opened by
 * one thread; then as {@link PassageIndex} says.
 */
public final class TemporaryIndex implements AutoCloseable {
  private final LucenePassageIndex passages;

  private TemporaryIndex(LucenePassageIndex passages) {
    this.passages = passages;
  }

  /**
   * A new index in which fields count as in that of the collections.
   *
   * @param directory empty; whoever gave it removes it after the close
   */
  public static TemporaryIndex in(Path directory, IndexConfig config) {
    try {
      return new TemporaryIndex(new LucenePassageIndex(FSDirectory.open(directory), config, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PassageIndex passages() {
    return passages;
  }

  @Override
  public void close() {
    try {
      passages.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
