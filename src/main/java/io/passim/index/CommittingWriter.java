package io.passim.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of an index. A change is committed as a whole or not at all: what fails is rolled
 * back, and the next change finds a fresh writer, so that a disk that was full does no lasting
 * harm.
 *
 * <p>Each commit carries a generation, which rises by one. Segments are merged in the background
 * ({@link QuietMerges}), and searched as merged from the next commit on, at the latest from {@link
 * #commitMerged}: who searches commits finds the same at the same generation, though BM25's
 * statistics count deleted passages until they are merged away.
 *
 * <p>Any thread may call any method; changes wait for each other.
 */
final class CommittingWriter implements Closeable {
  /** Key of the schema's version in the commit's user data. */
  static final String SCHEMA = "schema";

  private static final String GENERATION = "generation";

  private final Directory directory;
  private final ReentrantLock writing = new ReentrantLock();
  private final Runnable whenMerged;
  private final AtomicLong mergesPausedUntil = new AtomicLong(System.nanoTime());

  // Guarded by writing.
  private @Nullable IndexWriter writer;
  private boolean closed;

  /**
   * Opens the index for writing, or creates it.
   *
   * @param firstGeneration of a new index
   * @param whenMerged called by a thread of the writer's when there is something to {@link
   *     #commitMerged}; it must not wait
   * @throws IOException if it cannot be read or another process holds it
   */
  CommittingWriter(Directory directory, long firstGeneration, Runnable whenMerged)
      throws IOException {
    this.directory = directory;
    this.whenMerged = whenMerged;
    IndexWriter first = open(directory);
    this.writer = first;
    try {
      if (!DirectoryReader.indexExists(directory)) {
        first.setLiveCommitData(commitData(firstGeneration));
        first.commit();
      }
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(first);
      throw e;
    }
  }

  /** The generation of the commit that is searched. */
  static long generation(IndexSearcher searcher) throws IOException {
    DirectoryReader commit = (DirectoryReader) searcher.getIndexReader();
    return Long.parseLong(
        Objects.requireNonNull(commit.getIndexCommit().getUserData().get(GENERATION)));
  }

  /**
   * Applies a change and commits it durably.
   *
   * @return the generation of the commit
   * @throws IOException if it failed and the last commit stays in force
   */
  long commit(Change change) throws IOException {
    writing.lock();
    try {
      IndexWriter open = writer();
      try {
        return commit(open, change);
      } catch (IllegalStateException e) {
        if (open.getTragicException() == null) {
          throw e;
        }
        // Not by its own fault: a merge failed meanwhile, and has closed the writer.
        return commit(writer(), change);
      }
    } finally {
      writing.unlock();
    }
  }

  /**
   * Commits what was merged since the last change, so that it is searched as merged.
   *
   * @return whether there was anything
   */
  boolean commitMerged() throws IOException {
    writing.lock();
    try {
      IndexWriter open = writer;
      if (open == null || !open.isOpen() || !open.hasUncommittedChanges()) {
        return false;
      }
      commit(open, _ -> {});
      return true;
    } finally {
      writing.unlock();
    }
  }

  private long commit(IndexWriter open, Change change) throws IOException {
    try {
      change.apply(open);
      long next = lastGeneration(open) + 1;
      open.setLiveCommitData(commitData(next));
      open.commit();
      return next;
    } catch (Throwable e) {
      drop(open, e);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    writing.lock();
    try {
      closed = true;
      IOUtils.close(writer);
    } finally {
      writing.unlock();
    }
  }

  private IndexWriter writer() throws IOException {
    if (closed) {
      throw new AlreadyClosedException("the index is closed");
    }
    IndexWriter open = writer;
    if (open != null && !open.isOpen()) {
      // Waits until it is closed: the directory is locked until then.
      open.rollback();
      open = null;
    }
    if (open == null) {
      open = open(directory);
      writer = open;
    }
    return open;
  }

  /** Forgets what a failed change has left in memory and on disk. */
  private void drop(IndexWriter failed, Throwable cause) {
    writer = null;
    try {
      failed.rollback();
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private IndexWriter open(Directory directory) throws IOException {
    return new IndexWriter(
        new CommitDirectory(directory),
        new IndexWriterConfig(analyzer())
            .setMergePolicy(fewFiles())
            .setMergeScheduler(new QuietMerges(mergesPausedUntil, whenMerged))
            // A commit does not wait for merges of the smallest segments either.
            .setMaxFullFlushMergeWaitMillis(0)
            .setCodec(new VectorsInBytes())
            .setCommitOnClose(false));
  }

  /** What a commit forces to the disk are files: of a small segment, merged or not, three. */
  private static MergePolicy fewFiles() {
    MergePolicy policy = new TieredMergePolicy();
    policy.setNoCFSRatio(1);
    policy.setMaxCFSSegmentSizeMB(CommitDirectory.MAX_SEGMENT_MEGABYTES);
    return policy;
  }

  private static Analyzer analyzer() {
    Map<String, Analyzer> fields = new HashMap<>();
    for (TextLanguage language : TextLanguage.values()) {
      for (String field :
          List.of(PassageDocuments.TITLE, PassageDocuments.HEADING, PassageDocuments.BODY)) {
        fields.put(language.field(field), language.analyzer());
      }
    }
    return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
  }

  private static long lastGeneration(IndexWriter writer) {
    for (Map.Entry<String, String> entry : writer.getLiveCommitData()) {
      if (entry.getKey().equals(GENERATION)) {
        return Long.parseLong(entry.getValue());
      }
    }
    throw new IllegalStateException("every commit has a generation");
  }

  private static Set<Map.Entry<String, String>> commitData(long generation) {
    return Map.of(GENERATION, Long.toString(generation), SCHEMA, PassageDocuments.SCHEMA)
        .entrySet();
  }

  /**
   * Vectors are searched in eight bits a component, a quarter of the memory, and kept in full for
   * the cosines of what was found.
   */
  private static final class VectorsInBytes extends Lucene104Codec {
    private static final KnnVectorsFormat VECTORS = new Lucene104HnswScalarQuantizedVectorsFormat();

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return VECTORS;
    }
  }

  /** What is to be written in one step. */
  @FunctionalInterface
  interface Change {
    void apply(IndexWriter writer) throws IOException;
  }
}
