package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentText;
import io.passim.document.Page;
import io.passim.ingest.parse.ParseResult.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One document of all that an archive holds. */
class ArchivesTest {
  @TempDir Path directory;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private Path archive = Path.of("");

  @BeforeEach
  void nameArchive() {
    archive = directory.resolve("papers.zip");
  }

  @Test
  void readsEachFileUnderItsPath() throws IOException {
    put("notes/a.md", "# Rules\n\nBoats pay.");
    entries.put("two.pdf", Files.readAllBytes(Parsing.fixture("two-pages.pdf")));
    put("b.txt", "Rafts pay nothing.");
    Parsed papers = parsed();
    DocumentText text = papers.text();
    assertEquals("papers", papers.title());
    assertEquals(
        List.of("notes/a.md", "Rules"), text.headingPathAt(text.text().indexOf("Boats pay.")));
    assertEquals(1, text.pageAt(text.text().indexOf("Boats pay.")));
    assertEquals(3, text.pageAt(text.text().indexOf("stone pier")));
    assertEquals(
        List.of("two.pdf", "The ferry"), text.headingPathAt(text.text().indexOf("stone pier")));
    assertEquals(4, text.pageAt(text.text().indexOf("Rafts pay")));
    assertEquals(
        "2",
        text.pages().stream()
            .filter(page -> page.number() == 3)
            .map(Page::label)
            .findFirst()
            .orElse(""));
  }

  @Test
  void namesWhatItCannotRead() throws IOException {
    put("a.txt", "Boats pay.");
    entries.put("photo.bin", new byte[] {0, 1, 2, 3});
    entries.put("broken.docx", Files.readAllBytes(Parsing.fixture("truncated.docx")));
    entries.put("secret.pdf", Files.readAllBytes(Parsing.fixture("encrypted.pdf")));
    put("empty.txt", "");
    String text = parsed().text().text();
    assertTrue(
        text.contains("[photo.bin: Files of type application/octet-stream cannot be read.]"), text);
    assertTrue(text.contains("[broken.docx: The file is damaged or incomplete."), text);
    assertTrue(text.contains("[secret.pdf: The document is protected by a password."), text);
    assertTrue(text.contains("[empty.txt: The file is empty.]"), text);
  }

  @Test
  void failsIfNothingInsideCanBeRead() throws IOException {
    entries.put("photo.bin", new byte[] {0, 1, 2, 3});
    assertEquals("unsupported_media_type", problem());
    entries.put("secret.pdf", Files.readAllBytes(Parsing.fixture("encrypted.pdf")));
    assertEquals("document_without_text", problem());
    entries.clear();
    entries.put("folder/", new byte[0]);
    assertEquals("document_without_text", problem());
  }

  @Test
  void saysThatItIsEncrypted() throws IOException {
    put("a.txt", "Boats pay.");
    CorpusArchives.write(archive, entries);
    byte[] bytes = Files.readAllBytes(archive);
    // The flags of the local header, and of the directory's.
    bytes[6] |= 1;
    for (int i = 0; i + 8 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 8] |= 1;
      }
    }
    Files.write(archive, bytes);
    assertEquals("document_encrypted", Parsing.problemCode(archive));
  }

  @Test
  void takesPathsForData() throws IOException {
    put("../../../../tmp/escaped.txt", "Boats pay.");
    put("C:\\Windows\\win.txt", "Rafts pay.");
    put("/etc/passwd.txt", "Canoes pay.");
    put("nul\u0000\u202Egnp.txt", "Kayaks pay.");
    DocumentText text = parsed().text();
    assertFalse(Files.exists(Path.of("/tmp/escaped.txt")));
    assertEquals(
        List.of("tmp/escaped.txt", "C:/Windows/win.txt", "etc/passwd.txt", "nulgnp.txt"),
        text.headings().stream().map(heading -> heading.span().of(text.text())).toList());
  }

  @Test
  void readsArchivesInArchivesToADepth() throws IOException {
    put("deep.txt", "Boats pay.");
    for (int depth = 1; depth < Unfolding.MAX_DEPTH; depth++) {
      wrap();
    }
    DocumentText text = parsed().text();
    assertEquals(Unfolding.MAX_DEPTH, text.headingPathAt(text.text().length()).size());
    wrap();
    assertEquals("too_large", problem());
  }

  @Test
  void boundsTheNumberOfFiles() throws IOException {
    for (int i = 0; i <= Unfolding.MAX_FILES; i++) {
      put(i + ".txt", "x");
    }
    assertEquals("too_large", problem());
  }

  @Test
  void refusesABomb() throws IOException {
    put("a.txt", "Boats pay.");
    entries.put("bomb.bin", new byte[64 << 20]);
    assertEquals("too_large", problem());
  }

  @Test
  void refusesABombInAFormat() throws IOException {
    put("mimetype", MediaTypes.ODT);
    entries.put("content.xml", new byte[80 << 20]);
    archive = directory.resolve("bomb.odt");
    assertEquals("too_large", problem());
  }

  @Test
  void leavesNothingOnDisk() throws IOException {
    put("a.txt", "Boats pay.");
    entries.put("broken.docx", Files.readAllBytes(Parsing.fixture("truncated.docx")));
    parsed();
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertFalse(left.anyMatch(file -> file.getFileName().toString().startsWith("inside")));
    }
  }

  private void wrap() throws IOException {
    CorpusArchives.write(archive, entries);
    entries.clear();
    entries.put("inner.zip", Files.readAllBytes(archive));
  }

  private void put(String path, String content) {
    entries.put(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private Parsed parsed() throws IOException {
    CorpusArchives.write(archive, entries);
    return Parsing.parsed(archive);
  }

  private String problem() throws IOException {
    CorpusArchives.write(archive, entries);
    return Parsing.problemCode(archive);
  }
}
