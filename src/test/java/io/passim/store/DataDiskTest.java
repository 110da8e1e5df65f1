package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DiskFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Failures as they come; {@code FullDiskIT} has H2 and the index make them. */
class DataDiskTest {
  @TempDir Path directory;
  private DiskFull disk = failure -> false;
  private final IOException full = new IOException("No space left on device");

  @BeforeEach
  void look() {
    disk = new DataDisk(() -> directory);
  }

  @Test
  void isFoundAmongTheCauses() {
    assertTrue(disk.isBehind(full));
    assertTrue(disk.isBehind(new IllegalStateException(new UncheckedIOException(full))));
    assertTrue(disk.isBehind(new IOException("Disk quota exceeded")));
    assertTrue(disk.isBehind(new SQLException("no room", "90100", 90100)));
  }

  @Test
  void isBehindADatabaseThatIsClosedForIt() {
    SQLException closed = new SQLException("The database has been closed", "90098", 90098, full);
    assertTrue(disk.isBehind(new IllegalStateException("cannot execute", closed)));
  }

  @Test
  void isFoundInWhatFailedMeanwhile() {
    IllegalStateException failure = new IllegalStateException("cannot roll back");
    failure.addSuppressed(new IllegalStateException(full));
    assertTrue(disk.isBehind(failure));
  }

  @Test
  void isNotBehindEveryFailure() {
    assertFalse(disk.isBehind(new IOException("Input/output error")));
    assertFalse(disk.isBehind(new SQLException("The database has been closed", "90098", 90098)));
    IllegalStateException one = new IllegalStateException();
    IllegalStateException other = new IllegalStateException(one);
    one.initCause(other);
    assertFalse(disk.isBehind(one));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void isBehindWhateverFailsWhereThereIsNoRoom() {
    DiskFull withoutRoom = new DataDisk(() -> Path.of("/proc"));
    assertTrue(withoutRoom.isBehind(new SQLException("The file is locked", "90020", 90020)));
  }

  @Test
  void isNotBehindAFailureWhereTheDiskCannotBeLookedAt() {
    DiskFull gone = new DataDisk(() -> directory.resolve("gone"));
    assertFalse(gone.isBehind(new IOException("Input/output error")));
  }
}
