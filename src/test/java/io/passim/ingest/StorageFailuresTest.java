package io.passim.ingest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

class StorageFailuresTest {
  @Test
  void mayPassWhatDiskOrDatabaseRefuse() {
    assertTrue(StorageFailures.isOne(new UncheckedIOException(new IOException("no space"))));
    assertTrue(StorageFailures.isOne(new ConnectionException(new SQLException("closed", "90098"))));
  }

  @Test
  void willNotPassWhatIsWrongWithTheDocumentOrTheCode() {
    assertFalse(StorageFailures.isOne(new IllegalStateException("a bug")));
    assertFalse(StorageFailures.isOne(new OutOfMemoryError("a test")));
    assertFalse(
        StorageFailures.isOne(new IllegalStateException(new SQLException("too long", "22001"))));
    assertFalse(
        StorageFailures.isOne(
            new UncheckedIOException(new JsonMappingException((Closeable) null, "damaged"))));
  }
}
