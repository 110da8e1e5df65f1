package io.passim.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;

/** Gives other packages' tests an index. */
public final class TestIndexes {
  private TestIndexes() {}

  /** Empty, in memory, with the default configuration. */
  public static PassageIndex inMemory() {
    try {
      return new LucenePassageIndex(new ByteBuffersDirectory(), new Defaults(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a directory, which is created if it is not there; the same configuration. */
  public static PassageIndex onDisk(Path directory) {
    try {
      return new LucenePassageIndex(FSDirectory.open(directory), new Defaults(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives every passage a vector, as the ingest does in the background. */
  public static void addVectors(PassageIndex index, Function<String, float[]> encoder) {
    Optional<IndexedPassages> next = index.withoutVectors("test", Set.of());
    while (next.isPresent()) {
      IndexedPassages passages = next.get();
      index.putVectors(
          passages,
          "test",
          passages.passages().stream().map(passages::encodable).map(encoder).toList());
      next = index.withoutVectors("test", Set.of());
    }
  }

  /** The default configuration; of an index in memory, since it names no directory. */
  public static IndexConfig defaults() {
    return new Defaults();
  }

  /** The default configuration of an index on disk. */
  static IndexConfig on(Path directory, boolean rebuild) {
    return new IndexConfig() {
      @Override
      public Path directory() {
        return directory;
      }

      @Override
      public boolean rebuild() {
        return rebuild;
      }

      @Override
      public float titleBoost() {
        return defaults().titleBoost();
      }

      @Override
      public float headingBoost() {
        return defaults().headingBoost();
      }
    };
  }

  private record Defaults() implements IndexConfig {
    @Override
    public Path directory() {
      throw new UnsupportedOperationException("in memory");
    }

    @Override
    public boolean rebuild() {
      return false;
    }

    @Override
    public float titleBoost() {
      return 0.3f;
    }

    @Override
    public float headingBoost() {
      return 0.5f;
    }
  }
}
