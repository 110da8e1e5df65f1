package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.store.CuratedRecords.CitationRow;
import io.passim.store.CuratedRecords.CuratedRow;
import io.passim.store.CuratedRecords.Replacement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiCuratedRecordsTest {
  @TempDir Path directory;
  private CuratedRecords records;

  @BeforeEach
  void open() {
    records = TestRecords.open(directory).curated();
  }

  @Test
  void whatIsStoredComesBack() {
    CuratedRow cited =
        new CuratedRow(
            "k_1",
            1,
            List.of("Leave?", "Holidays?", "Ferien?"),
            Set.of("a", "b", "c"),
            Set.of("hr", "legal"),
            "20 days \uD834\uDD1E",
            new CitationRow(new DocumentId("d_1"), new CharSpan(3, 13)),
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(5));
    CuratedRow own = row("k_2", 1, Set.of("d"), Set.of());
    assertTrue(records.insert(cited));
    assertTrue(records.insert(own));
    open();
    assertEquals(Optional.of(cited), records.find("k_1"));
    assertEquals(List.of(cited, own), records.list());
    assertEquals(2, records.count());
    assertTrue(records.delete("k_1"));
    assertFalse(records.delete("k_1"));
    assertEquals(List.of(own), records.list());
  }

  @Test
  void aKeyIsTakenOncePerCollection() {
    assertTrue(records.insert(row("k_1", 1, Set.of("a", "b"), Set.of())));
    assertFalse(records.insert(row("k_2", 1, Set.of("c", "b"), Set.of())));
    assertEquals(Optional.empty(), records.find("k_2"), "nothing of it is kept");
    assertTrue(records.insert(row("k_3", 1, Set.of("a"), Set.of("hr", "it"))));
    assertFalse(records.insert(row("k_4", 1, Set.of("a"), Set.of("legal", "it"))));
    assertTrue(records.insert(row("k_5", 1, Set.of("a"), Set.of("legal"))));
  }

  @Test
  void aReplacementNeedsTheRevisionBefore() {
    CuratedRow first = row("k_1", 1, Set.of("a"), Set.of());
    assertTrue(records.insert(first));
    assertTrue(records.insert(row("k_2", 1, Set.of("b"), Set.of())));
    assertEquals(Replacement.TAKEN, records.replace(row("k_1", 2, Set.of("b"), Set.of())));
    assertEquals(Optional.of(first), records.find("k_1"));
    CuratedRow second = row("k_1", 2, Set.of("a", "c"), Set.of("hr"));
    assertEquals(Replacement.REPLACED, records.replace(second));
    assertEquals(Optional.of(second), records.find("k_1"));
    assertEquals(Replacement.NOT_THERE, records.replace(row("k_1", 2, Set.of("a"), Set.of())));
    assertEquals(Replacement.NOT_THERE, records.replace(row("k_9", 2, Set.of("z"), Set.of())));
  }

  private static CuratedRow row(String id, int revision, Set<String> keys, Set<String> scope) {
    return new CuratedRow(
        id,
        revision,
        List.of("Leave?"),
        keys,
        scope,
        "Ask Ann.",
        null,
        Instant.EPOCH.plusSeconds(10),
        Instant.EPOCH.plusSeconds(10));
  }
}
