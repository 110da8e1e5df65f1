package io.passim.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.passim.document.Document;
import io.passim.document.DocumentStatus;
import io.passim.index.InMemoryPassageIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files that are uploaded together. */
class UploadsTest {
  @TempDir Path directory;
  @TempDir Path files;
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
  void areLinkedToOneAnotherAndToWhatIsThere() throws IOException {
    Document old = library.awaitFinal(library.submit("c", "a.txt", "old words").id());
    List<Document> documents =
        library.documents.submit(
            "c",
            List.of(
                upload("a.txt", "new words"),
                upload("b.txt", "new words"),
                upload("c.txt", ""),
                upload("b.txt", "newest words")));
    documents.forEach(document -> library.awaitFinal(document.id()));
    assertEquals(old.id(), documents.get(0).replaces());
    assertEquals(documents.get(0).id(), documents.get(1).duplicateOf());
    assertEquals(DocumentStatus.FAILED, documents.get(2).status());
    assertEquals(documents.get(1).id(), documents.get(3).replaces());
    assertEquals(
        List.of(
            DocumentStatus.SUPERSEDED,
            DocumentStatus.READY,
            DocumentStatus.SUPERSEDED,
            DocumentStatus.FAILED,
            DocumentStatus.READY),
        library.documents.documents("c").stream().map(Document::status).toList());
  }

  /** Else a new version would have taken the old one's place before it is withdrawn itself. */
  @Test
  void areAllRefusedWithOneOfThem() throws IOException {
    Document old = library.awaitFinal(library.submit("c", "a.txt", "old words").id());
    List<Path> originals = originals();
    List<Upload> uploads =
        List.of(
            upload("a.txt", "new words"),
            new Upload(Submission.of("b.txt"), files.resolve("not-there")));
    assertThrows(UncheckedIOException.class, () -> library.documents.submit("c", uploads));
    assertEquals(List.of(old), library.documents.documents("c"));
    assertEquals(List.of(old.id()), library.search("words"));
    assertEquals(originals, originals());
  }

  private Upload upload(String filename, String words) throws IOException {
    Path file = Files.createTempFile(files, "upload", "");
    return new Upload(Submission.of(filename), Files.writeString(file, words));
  }

  private List<Path> originals() throws IOException {
    try (Stream<Path> all = Files.walk(directory.resolve("originals"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
