package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.store.OriginalStore.Staged;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalStoreTest {
  private static final byte[] ABC = {'a', 'b', 'c'};
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path directory;
  private OriginalStore originals;

  @BeforeEach
  void open() {
    originals = new OriginalStore(() -> directory);
  }

  @Test
  void keepsAnOriginalUnderItsHash() throws IOException {
    Staged staged = originals.stage(new ByteArrayInputStream(ABC), 3);
    assertEquals(SHA256_OF_ABC, staged.sha256());
    originals.commit(staged);
    Path file = new OriginalStore(() -> directory).find(SHA256_OF_ABC).orElseThrow();
    assertEquals(directory.resolve("originals/ba").resolve(SHA256_OF_ABC), file);
    assertArrayEquals(ABC, Files.readAllBytes(file));
  }

  @Test
  void takesTheSameContentTwice() {
    originals.commit(originals.stage(new ByteArrayInputStream(ABC), 3));
    originals.commit(originals.stage(new ByteArrayInputStream(ABC), 3));
    originals.delete(SHA256_OF_ABC);
    assertEquals(Optional.empty(), originals.find(SHA256_OF_ABC));
    originals.delete(SHA256_OF_ABC);
  }

  @Test
  void cutsAtTheLimitAndRefusesToCommit() {
    try (Staged staged = originals.stage(new ByteArrayInputStream(ABC), 2)) {
      assertFalse(staged.complete());
      assertThrows(IllegalArgumentException.class, () -> originals.commit(staged));
    }
    assertTrue(isStagingEmpty());
  }

  @Test
  void leavesNothingOfAnUploadThatBreaksOff() {
    InputStream broken =
        new FilterInputStream(new ByteArrayInputStream(ABC)) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("connection reset");
          }
        };
    assertThrows(UncheckedIOException.class, () -> originals.stage(broken, 10));
    assertTrue(isStagingEmpty());
  }

  @Test
  void clearsWhatACrashLeft() {
    originals.stage(new ByteArrayInputStream(ABC), 3);
    assertFalse(isStagingEmpty());
    originals.commit(originals.stage(new ByteArrayInputStream(new byte[] {1}), 3));
    originals.commit(originals.stage(new ByteArrayInputStream(ABC), 3));
    assertEquals(2, originals.retain(Set.of(SHA256_OF_ABC)));
    assertTrue(isStagingEmpty());
    assertTrue(originals.find(SHA256_OF_ABC).isPresent());
    assertEquals(1, originals.retain(Set.of()));
    assertEquals(Optional.empty(), originals.find(SHA256_OF_ABC));
  }

  @Test
  void looksNowhereElse() {
    assertEquals(Optional.empty(), originals.find("../../etc/passwd"));
    assertEquals(Optional.empty(), originals.find(""));
  }

  private boolean isStagingEmpty() {
    try (Stream<Path> files = Files.list(directory.resolve("originals/staging"))) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
