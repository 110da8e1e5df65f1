package io.passim.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An index whose disk is full for a while. */
class FullDiskTest {
  /** Where in a write the disk is full. */
  enum Moment {
    FLUSH,
    FORCE,
    COMMIT,
    RENAME
  }

  private final FillingDirectory disk = new FillingDirectory();
  private LucenePassageIndex index;

  @BeforeEach
  void open() throws IOException {
    index = new LucenePassageIndex(disk, TestIndexes.defaults(), 0);
    IndexedTexts.put(index, "d_1", "The canteen opens at noon.");
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheLastCommitAndGoesOnWhenThereIsSpaceAgain(Moment moment) throws IOException {
    long before = index.generation();
    disk.full = moment;
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class,
            () -> IndexedTexts.put(index, "d_2", "The canteen serves tea."));
    assertEquals(
        new IOException(FillingDirectory.FULL).toString(), String.valueOf(failure.getCause()));
    assertThrows(
        UncheckedIOException.class, () -> IndexedTexts.put(index, "d_1", "The canteen is closed."));
    assertEquals(Set.of(new DocumentId("d_1")), index.documents());
    assertEquals(before, index.generation());

    disk.full = null;
    IndexedTexts.put(index, "d_3", "The canteen is on the ground floor.");
    assertEquals(before + 1, index.generation());
    assertEquals(Set.of(new DocumentId("d_1"), new DocumentId("d_3")), index.documents());
    index.close();
    index = new LucenePassageIndex(disk, TestIndexes.defaults(), 0);
    assertEquals(Set.of(new DocumentId("d_1"), new DocumentId("d_3")), index.documents());
  }

  /** What is merged takes room too, and nobody has asked for it. */
  @Test
  void goesOnAfterAMergeThatFailed() throws Exception {
    disk.fullForMerges = true;
    long before = index.generation();
    int written = 0;
    for (int i = 0; i < 100 && !disk.refusedMerge; i++) {
      IndexedTexts.put(index, "d_more_" + i, large(i));
      written++;
    }
    assertTrue(disk.refusedMerge);
    assertTrue(index.generation() >= before + written);
    IndexedTexts.put(index, "d_2", "The canteen serves tea.");
    IndexedTexts.put(index, "d_3", "The canteen is on the ground floor.");
    Set<DocumentId> all = index.documents();
    assertTrue(all.containsAll(Set.of(new DocumentId("d_2"), new DocumentId("d_3"))));
    index.close();
    index = new LucenePassageIndex(disk, TestIndexes.defaults(), 0);
    assertEquals(all, index.documents());
  }

  /** Small segments are merged in memory. */
  private static String large(int seed) {
    Random random = new Random(seed);
    StringBuilder words = new StringBuilder();
    while (words.length() < 1_000_000) {
      words.append(Long.toString(random.nextLong(), Character.MAX_RADIX)).append(' ');
    }
    return words.toString();
  }

  private static final class FillingDirectory extends FilterDirectory {
    static final String FULL = "No space left on device";

    volatile @Nullable Moment full;
    volatile boolean fullForMerges;
    volatile boolean refusedMerge;

    FillingDirectory() {
      super(new ByteBuffersDirectory());
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (fullForMerges && context.mergeInfo() != null) {
        refusedMerge = true;
        throw new IOException(FULL);
      }
      refuse(name.startsWith("pending_segments") ? Moment.COMMIT : Moment.FLUSH);
      return super.createOutput(name, context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      refuse(Moment.FORCE);
      super.sync(names);
    }

    @Override
    public void rename(String source, String target) throws IOException {
      refuse(Moment.RENAME);
      super.rename(source, target);
    }

    private void refuse(Moment moment) throws IOException {
      if (moment == full) {
        throw new IOException(FULL);
      }
    }
  }
}
