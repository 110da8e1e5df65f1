package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.passim.document.DocumentText;
import io.passim.ingest.parse.CorpusFiles.Format;
import io.passim.ingest.parse.CorpusFiles.GeneratedFile;
import io.passim.ingest.parse.ParseResult.Failed;
import io.passim.ingest.parse.ParseResult.Parsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of files of all formats, through a worker process: each ends as it should. */
class CorpusTest {
  private static final Logger LOG = Logger.getLogger(CorpusTest.class);
  private static final int FILES = 340;
  private static final int DAMAGED = 120;
  private static final int DAMAGED_PICTURES = 3;

  @TempDir Path directory;

  @Test
  void readsEveryFileOfEveryFormat() throws Exception {
    assertRead(CorpusFiles.generate(directory, FILES, 4, 1), CorpusFiles.formats());
  }

  @Test
  void readsPicturesOfText() throws Exception {
    assumeTrue(new Tesseract().isInstalled(), "needs Tesseract");
    List<Format> formats = CorpusPictures.formats();
    assertRead(CorpusFiles.generate(directory, formats, formats.size(), 6, 1), formats);
  }

  private static void assertRead(List<GeneratedFile> files, List<Format> all) throws Exception {
    List<String> wrong = new ArrayList<>();
    Set<String> formats = new HashSet<>();
    Map<String, Long> millis = new TreeMap<>();
    try (IsolatedParser parser = new IsolatedParser(WorkerSettings.PATIENT)) {
      for (GeneratedFile file : files) {
        formats.add(file.format());
        long start = System.nanoTime();
        ParseResult result = parser.parse(Parsing.source(file.path()), _ -> {});
        millis.merge(file.format(), (System.nanoTime() - start) / 1_000_000, Long::sum);
        String fault =
            switch (result) {
              case Parsed parsed -> fault(file, parsed);
              case Failed failed -> failed.problem().toString();
            };
        if (!fault.isEmpty()) {
          wrong.add(file.path().getFileName() + ": " + fault);
        }
      }
      assertEquals(1, parser.workers().size());
    }
    LOG.infof("milliseconds: %s", millis);
    assertEquals("", String.join("\n", wrong));
    assertEquals(all.size(), formats.size());
  }

  private static String fault(GeneratedFile file, Parsed parsed) {
    DocumentText text = parsed.text();
    int at = text.text().indexOf(file.sentence());
    if (at < 0) {
      return "no \"" + file.sentence() + "\" in " + TextCleaner.clip(text.text(), 300);
    }
    if (text.pageAt(at) != file.page() || text.pages().size() < file.pages()) {
      return "on page " + text.pageAt(at) + " of " + text.pages().size() + ", not " + file.page();
    }
    boolean table = file.sentence().contains("|");
    return table || file.language().equals(parsed.language())
        ? ""
        : "language " + parsed.language();
  }

  /** Cut short or with bytes changed: read, or refused with a reason, and the worker lives. */
  @Test
  void survivesDamageToAnyFormat() throws Exception {
    List<GeneratedFile> files = new ArrayList<>(CorpusFiles.generate(directory, DAMAGED, 5, 1));
    files.addAll(
        CorpusFiles.generate(
            directory.resolve("pictures"), CorpusPictures.formats(), DAMAGED_PICTURES, 5, 1));
    Random random = new Random(5);
    int failed = 0;
    try (IsolatedParser parser = new IsolatedParser(WorkerSettings.PATIENT)) {
      for (GeneratedFile file : files) {
        SourceFile whole = Parsing.source(file.path());
        byte[] bytes = Files.readAllBytes(file.path());
        Files.write(file.path(), random.nextBoolean() ? cut(bytes, random) : flip(bytes, random));
        ParseResult result = parser.parse(whole, _ -> {});
        if (result instanceof Failed reason) {
          failed++;
          assertFalse(reason.problem().detail().isBlank());
          assertTrue(
              Set.of(
                      "document_damaged",
                      "document_without_text",
                      "document_encrypted",
                      "too_large",
                      "unsupported_media_type",
                      "empty_file")
                  .contains(reason.problem().code()),
              () -> file + ": " + reason);
        }
      }
      assertEquals(1, parser.workers().size());
      assertInstanceOf(
          Parsed.class, parser.parse(Parsing.source(Parsing.fixture("notes.md")), _ -> {}));
    }
    assertTrue(failed > DAMAGED / 10, failed + " failed");
  }

  private static byte[] cut(byte[] bytes, Random random) {
    return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
  }

  private static byte[] flip(byte[] bytes, Random random) {
    for (int i = 0; i < 20; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }
}
