package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CollectionChange;
import io.passim.document.CollectionChange.Part;
import io.passim.document.DocumentCollection;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiCollectionRecordsTest {
  private static final DocumentCollection HANDBOOK =
      new DocumentCollection("handbook", "Handbook", null, 0, 0);

  @TempDir Path directory;

  @Test
  void insertsAnIdOnce() {
    CollectionRecords collections = TestRecords.open(directory).collections();
    assertTrue(collections.insert(HANDBOOK));
    assertFalse(collections.insert(HANDBOOK));
    assertEquals(List.of(HANDBOOK), collections.list());
  }

  @Test
  void insertsWithTheOnlyConnectionOfAPool() throws SQLException {
    TestRecords.open(directory);
    JdbcConnectionPool pool = JdbcConnectionPool.create(TestRecords.url(directory), "", "");
    pool.setMaxConnections(1);
    pool.setLoginTimeout(1);
    try {
      assertTrue(new JdbiCollectionRecords(Jdbi.create(pool)).insert(HANDBOOK));
      assertFalse(new JdbiCollectionRecords(Jdbi.create(pool)).insert(HANDBOOK));
    } finally {
      pool.dispose();
    }
  }

  @Test
  void changesOnlyTheParts() {
    CollectionRecords collections = TestRecords.open(directory).collections();
    collections.insert(HANDBOOK);
    assertEquals(Map.of(), collections.thresholds());
    assertTrue(
        collections.update(
            "handbook", new CollectionChange(EnumSet.of(Part.THRESHOLD), null, 0.1 + 0.2)));
    assertTrue(
        collections.update("handbook", new CollectionChange(EnumSet.of(Part.NAME), "Book", null)));
    DocumentCollection changed = new DocumentCollection("handbook", "Book", null, 0.1 + 0.2, 0, 0);
    assertEquals(List.of(changed), collections.list());
    assertEquals(Optional.of(changed), collections.find("handbook"));
    assertEquals(Map.of("handbook", 0.1 + 0.2), collections.thresholds());
    collections.update("handbook", new CollectionChange(Set.of(), "Other", 0.9));
    assertEquals(List.of(changed), collections.list());
    assertFalse(
        collections.update("no", new CollectionChange(EnumSet.of(Part.THRESHOLD), null, 0.5)));
  }

  @Test
  void keepsTheThresholdItIsInsertedWith() {
    CollectionRecords collections = TestRecords.open(directory).collections();
    DocumentCollection strict = new DocumentCollection("s", "S", "en", 0.75, 0, 0);
    collections.insert(strict);
    assertEquals(List.of(strict), collections.list());
  }

  @Test
  void deletesOnlyWhatIsEmpty() {
    TestRecords records = TestRecords.open(directory);
    records.collections().insert(new DocumentCollection("c", "C", null, 0, 0));
    records.documents().insert(JdbiDocumentRecordsTest.queued("d_1", "aa"));
    assertThrows(IllegalStateException.class, () -> records.collections().delete("c"));
    records.documents().delete(records.documents().list("c").getFirst().id());
    assertTrue(records.collections().delete("c"));
    assertFalse(records.collections().delete("c"));
  }

  @Test
  void remembersAMilestone() {
    assertFalse(TestRecords.open(directory).milestones().reached("samples"));
    TestRecords.open(directory).milestones().reach("samples");
    TestRecords.open(directory).milestones().reach("samples");
    assertTrue(TestRecords.open(directory).milestones().reached("samples"));
  }
}
