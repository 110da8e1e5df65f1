package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentCollection;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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
