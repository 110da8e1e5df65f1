package io.passim.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.Document;
import io.passim.index.InMemoryPassageIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that is ready says what of it no question finds. */
class PagesWithoutTextTest {
  @TempDir Path directory;

  @Test
  void areToldOfADocumentAndOfItsDuplicates() {
    try (TestLibrary library =
        new TestLibrary(directory, new InMemoryPassageIndex(), new FakeParser(), 1).start()) {
      library.collections.create("c", "Collection", null);
      assertEquals(0, submit(library, "a.txt", "words").pagesWithoutText());
      assertEquals(1, submit(library, "b.txt", "SCAN words").pagesWithoutText());
      assertEquals(1, submit(library, "c.txt", "SCAN words").pagesWithoutText());
    }
  }

  private static Document submit(TestLibrary library, String name, String words) {
    return library.awaitFinal(library.submit("c", name, words).id());
  }
}
