package io.passim.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Document;
import io.passim.document.DocumentId;
import io.passim.document.DocumentMetadata.Part;
import io.passim.document.RecognisedWord;
import io.passim.index.InMemoryPassageIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the words of a scan stand is kept as long as its text is. */
class WordsOfScansTest {
  private static final String SCAN = "WORDS on a scan";

  @TempDir Path directory;
  private TestLibrary library;

  @BeforeEach
  void open() {
    library = new TestLibrary(directory, new InMemoryPassageIndex(), new FakeParser(), 1).start();
    library.collections.create("c", "Collection", null);
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void areToldOfADocumentAndOfItsDuplicates() {
    assertEquals(FakeParser.WORDS, words(submit("a.pdf", SCAN)));
    assertEquals(FakeParser.WORDS, words(submit("b.pdf", SCAN)));
    assertEquals(List.of(), words(submit("c.pdf", "a text")));
  }

  @Test
  void outliveAnEditAndARestart() {
    Document scan = submit("a.pdf", SCAN);
    library.documents.edit(
        scan.id(), new MetadataChange(Set.of(Part.TITLE), "Title", null, null, List.of()));
    library.awaitFinal(scan.id());
    submit("b.pdf", SCAN);
    library.close();
    library = new TestLibrary(directory, new InMemoryPassageIndex(), new FakeParser(), 1).start();
    library.awaitFinal(scan.id());
    assertEquals(FakeParser.WORDS, words(scan));
  }

  @Test
  void stayWithADuplicateWhoseFirstIsDeleted() {
    Document first = submit("a.pdf", SCAN);
    Document copy = submit("b.pdf", SCAN);
    library.documents.delete(first.id());
    assertEquals(FakeParser.WORDS, words(library.awaitFinal(copy.id())));
  }

  @Test
  void stayWithADuplicateThatIsSuperseded() {
    submit("a.pdf", SCAN);
    Document copy = submit("b.pdf", SCAN);
    submit("b.pdf", "another text");
    assertEquals(FakeParser.WORDS, words(library.find(copy.id())));
    assertEquals(null, library.find(copy.id()).duplicateOf());
  }

  @Test
  void areDeletedWithTheDocument() throws IOException {
    DocumentId id = submit("a.pdf", SCAN).id();
    assertTrue(Files.exists(directory.resolve("texts/" + id.value() + ".words.zip")));
    library.documents.delete(id);
    assertEquals(List.of(), library.documents.words(id, 1));
    try (Stream<Path> files = Files.list(directory.resolve("texts"))) {
      assertEquals(0, files.count());
    }
  }

  private List<RecognisedWord> words(Document document) {
    return library.documents.words(document.id(), 1);
  }

  private Document submit(String name, String text) {
    return library.awaitFinal(library.submit("c", name, text).id());
  }
}
