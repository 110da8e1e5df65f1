package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskReserveTest {
  private static final long BYTES = 4 << 20;

  @TempDir Path directory;
  private final AtomicInteger attempts = new AtomicInteger();
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("data/reserve");
  }

  @Test
  void isGivenUpForASecondAttemptOnAFullDiskAndTakenAgain() throws IOException {
    DiskReserve reserve = new DiskReserve(() -> directory.resolve("data"), _ -> true);
    reserve.take();
    assertEquals(BYTES, Files.size(file));
    assertEquals(
        "done",
        reserve.with(() -> {
          if (attempts.incrementAndGet() == 1) {
            throw full();
          }
          assertFalse(Files.exists(file));
          return "done";
        }));
    assertEquals(BYTES, Files.size(file));
  }

  @Test
  void isOfNoUseTwice() {
    DiskReserve reserve = new DiskReserve(() -> directory.resolve("data"), _ -> true);
    reserve.take();
    assertThrows(UncheckedIOException.class, () -> reserve.with(this::refused));
    assertEquals(2, attempts.get());
    assertTrue(Files.exists(file));
  }

  @Test
  void isKeptWhereAnotherFailureIsMet() {
    DiskReserve reserve = new DiskReserve(() -> directory.resolve("data"), _ -> false);
    reserve.take();
    assertThrows(UncheckedIOException.class, () -> reserve.with(this::refused));
    assertEquals(1, attempts.get());
    assertTrue(Files.exists(file));
  }

  @Test
  void growsToItsSizeAgain() throws IOException {
    DiskReserve reserve = new DiskReserve(() -> directory.resolve("data"), _ -> true);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[5000]);
    reserve.take();
    assertTrue(Files.size(file) >= BYTES);
  }

  private String refused() {
    attempts.incrementAndGet();
    throw full();
  }

  private static UncheckedIOException full() {
    return new UncheckedIOException(new IOException("No space left on device"));
  }
}
