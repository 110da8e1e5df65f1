package io.passim.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.passim.document.CollectionChange;
import io.passim.document.CollectionChange.Part;
import io.passim.index.InMemoryPassageIndex;
import io.passim.rank.Thresholds;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredThresholdsTest {
  @TempDir Path directory;
  private TestLibrary library;

  @BeforeEach
  void open() {
    library = reopened();
    library.collections.create("a", "A", null);
    library.collections.create("b", "B", null);
  }

  @Test
  void areMetAtOnceAndReadOnce() {
    assertEquals(Thresholds.NONE, library.thresholds.now());
    library.collections.change("a", threshold(0.25));
    assertEquals(new Thresholds(Map.of("a", 0.25)), library.thresholds.now());
    assertSame(library.thresholds.now(), library.thresholds.now());
    library.collections.change("b", threshold(1.0));
    assertEquals(new Thresholds(Map.of("a", 0.25, "b", 1.0)), library.thresholds.now());
    library.collections.change("a", threshold(null));
    library.collections.delete("b");
    assertEquals(Thresholds.NONE, library.thresholds.now());
  }

  @Test
  void outliveTheProcess() {
    library.collections.change("a", threshold(0.25));
    assertEquals(new Thresholds(Map.of("a", 0.25)), reopened().thresholds.now());
  }

  @Test
  void aRefusedChangeChangesNothing() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      CollectionRefusedException refused =
          assertThrows(
              CollectionRefusedException.class,
              () -> library.collections.change("a", threshold(wrong)));
      assertEquals("collection_invalid", refused.problem().code());
    }
    assertEquals(Thresholds.NONE, library.thresholds.now());
    assertEquals(Optional.empty(), library.collections.change("c", threshold(0.5)));
  }

  private static CollectionChange threshold(@Nullable Double threshold) {
    return new CollectionChange(EnumSet.of(Part.THRESHOLD), null, threshold);
  }

  private TestLibrary reopened() {
    return new TestLibrary(directory, new InMemoryPassageIndex(), new FakeParser(), 1);
  }
}
