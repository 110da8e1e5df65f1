package io.passim.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentCollection;
import io.passim.index.InMemoryPassageIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionLibraryTest {
  @TempDir Path directory;
  private CollectionLibrary collections;

  @BeforeEach
  void open() {
    collections =
        new TestLibrary(directory, new InMemoryPassageIndex(), new FakeParser(), 1).collections;
  }

  @Test
  void makesAnIdOfTheName() {
    assertEquals(
        new DocumentCollection("reglement-interieur", "Règlement intérieur", "fr", 0, 0),
        collections.create(null, " Règlement intérieur ", "fr"));
    assertTrue(
        collections
            .create(null, "Règlement intérieur", "fr")
            .id()
            .matches("reglement-interieur-[0-9a-f]+"));
    assertEquals("collection", collections.create(null, "社内規程", null).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a b", "../a", "-a", "é"})
  void refusesAnIdThatIsNone(String id) {
    CollectionRefusedException refused =
        assertThrows(CollectionRefusedException.class, () -> collections.create(id, "Name", null));
    assertEquals("collection_invalid", refused.problem().code());
  }

  @Test
  void refusesATakenId() {
    collections.create("a", "A", null);
    CollectionRefusedException refused =
        assertThrows(CollectionRefusedException.class, () -> collections.create("a", "B", null));
    assertEquals("collection_exists", refused.problem().code());
  }

  @Test
  void refusesABlankNameAndALanguageThatIsNone() {
    assertThrows(CollectionRefusedException.class, () -> collections.create("a", "  ", null));
    assertThrows(CollectionRefusedException.class, () -> collections.create("a", "A", "English"));
  }
}
