package io.passim.document;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Failures as they come; {@code FullDiskIT} has H2 and the index make them. */
class DiskFullTest {
  private final IOException full = new IOException("No space left on device");

  @Test
  void isFoundAmongTheCauses() {
    assertTrue(DiskFull.isBehind(full));
    assertTrue(DiskFull.isBehind(new IllegalStateException(new UncheckedIOException(full))));
    assertTrue(DiskFull.isBehind(new IOException("Disk quota exceeded")));
    assertTrue(DiskFull.isBehind(new SQLException("no room", "90100", 90100)));
  }

  @Test
  void isBehindADatabaseThatIsClosedForIt() {
    SQLException closed = new SQLException("The database has been closed", "90098", 90098, full);
    assertTrue(DiskFull.isBehind(new IllegalStateException("cannot execute", closed)));
  }

  @Test
  void isFoundInWhatFailedMeanwhile() {
    IllegalStateException failure = new IllegalStateException("cannot roll back");
    failure.addSuppressed(new IllegalStateException(full));
    assertTrue(DiskFull.isBehind(failure));
  }

  @Test
  void isNotBehindEveryFailure() {
    assertFalse(DiskFull.isBehind(new IOException("Input/output error")));
    assertFalse(
        DiskFull.isBehind(new SQLException("The database has been closed", "90098", 90098)));
    IllegalStateException one = new IllegalStateException();
    IllegalStateException other = new IllegalStateException(one);
    one.initCause(other);
    assertFalse(DiskFull.isBehind(one));
  }
}
