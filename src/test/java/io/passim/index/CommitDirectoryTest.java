package io.passim.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentId;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;

/** What becomes of the files of small commits. */
class CommitDirectoryTest {
  private static final int COMMITS = 30;

  private final RecordingDirectory disk = new RecordingDirectory();

  @Test
  void allThatACommitNeedsHasBeenForcedToTheDisk() throws IOException {
    try (LucenePassageIndex index = new LucenePassageIndex(disk, TestIndexes.defaults(), 0)) {
      for (int i = 0; i < COMMITS; i++) {
        IndexedTexts.put(index, "d_" + i % 7, "The canteen opens at " + i + ".");
        Set<String> needed =
            new HashSet<>(
                SegmentInfos.readLatestCommit(disk).files(/* includeSegmentsFile= */ false));
        needed.removeAll(disk.forced);
        assertEquals(Set.of(), needed);
      }
    }
  }

  @Test
  void theDiskSeesNoFileThatIsPackedIntoAnother() throws IOException {
    try (LucenePassageIndex index = new LucenePassageIndex(disk, TestIndexes.defaults(), 0)) {
      for (int i = 0; i < COMMITS; i++) {
        IndexedTexts.put(index, "d_" + i, "The canteen opens at " + i + ".");
      }
    }
    Set<String> ofSegments = new TreeSet<>(disk.created);
    ofSegments.removeIf(name -> name.startsWith("pending_segments"));
    assertTrue(
        ofSegments.stream().allMatch(name -> name.matches(".*\\.(cfs|cfe|si)")),
        ofSegments::toString);
  }

  @Test
  void anotherOpensWhatIsCommitted() throws IOException {
    try (LucenePassageIndex index = new LucenePassageIndex(disk, TestIndexes.defaults(), 0)) {
      IndexedTexts.put(index, "d_1", "The canteen opens at noon.");
    }
    try (LucenePassageIndex index = new LucenePassageIndex(disk, TestIndexes.defaults(), 0)) {
      assertEquals(Set.of(new DocumentId("d_1")), index.documents());
    }
  }

  private static final class RecordingDirectory extends FilterDirectory {
    final Set<String> created = ConcurrentHashMap.newKeySet();
    final Set<String> forced = ConcurrentHashMap.newKeySet();

    RecordingDirectory() {
      super(new ByteBuffersDirectory());
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      created.add(name);
      forced.remove(name);
      return super.createOutput(name, context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      super.sync(names);
      forced.addAll(names);
    }
  }
}
