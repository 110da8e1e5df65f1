package io.passim.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NRTCachingDirectory;

/**
 * A directory as its writer sees it, made for small commits. A few passages make some twenty files,
 * of which Lucene packs all into three: the twenty stay in memory, and the three until they are
 * committed. What is committed is on stable storage as ever, but is forced there all at once, since
 * a file system with a journal writes that once for all that wait.
 *
 * <p>Another directory over the same files sees what is committed. Memory is bounded; larger
 * segments go to the disk at once.
 */
final class CommitDirectory extends NRTCachingDirectory {
  /** A segment of more is neither kept in memory nor packed into few files. */
  static final double MAX_SEGMENT_MEGABYTES = 8;

  private static final double MAX_MEGABYTES = 32;
  private static final long BYTES_OF_UNKNOWN_SIZE = 16 << 20;

  CommitDirectory(Directory directory) {
    super(new ForcedTogether(directory), MAX_SEGMENT_MEGABYTES, MAX_MEGABYTES);
  }

  /** Stored fields are begun before anybody knows how large the segment will be. */
  @Override
  protected boolean doCacheWrite(String name, IOContext context) {
    boolean unknown =
        context.flushInfo() == null
            && context.mergeInfo() == null
            && !name.startsWith(IndexFileNames.PENDING_SEGMENTS);
    return super.doCacheWrite(name, context) || (unknown && ramBytesUsed() < BYTES_OF_UNKNOWN_SIZE);
  }

  private static final class ForcedTogether extends FilterDirectory {
    ForcedTogether(Directory directory) {
      super(directory);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      List<Future<?>> forced = new ArrayList<>();
      try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
        for (String name : names) {
          forced.add(
              executor.submit(() -> {
                in.sync(Set.of(name));
                return null;
              }));
        }
      }
      for (Future<?> each : forced) {
        if (each.state() != Future.State.SUCCESS) {
          throw failure(each.exceptionNow());
        }
      }
    }

    private static IOException failure(Throwable e) {
      return switch (e) {
        case IOException failure -> failure;
        case Error error -> throw error;
        default -> new IOException(e);
      };
    }
  }
}
