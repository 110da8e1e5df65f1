package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.Problem;
import io.passim.ingest.parse.ParseResult.Failed;
import io.passim.ingest.parse.ParseResult.Parsed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A page at which text recognition fails costs its own words and no others. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FailingRecognitionTest {
  private static final Path SCAN = Path.of("documents/en/goods-lift-notice-scan.pdf");
  private static final String A_WORD =
      "printf '5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t96\\tlift\\n'";

  @TempDir Path directory;
  private final AtomicInteger pages = new AtomicInteger();

  @Test
  void readsTheOtherPagesOfAScan() throws IOException {
    Parsed read =
        assertInstanceOf(
            Parsed.class, Parsing.parseWith(thatFailsAtFirst("exit 1"), scan(false, 3)));
    assertEquals("lift\n\nlift", read.text().text());
    assertEquals(2, read.text().pageAt(0));
    assertEquals(1, read.text().pagesWithoutText());
    assertEquals(3, pages.get());
  }

  @Test
  void readsTheOtherPicturesOfATiff() throws IOException {
    Parsed read =
        assertInstanceOf(Parsed.class, Parsing.parseWith(thatFailsAtFirst("exit 1"), tiff()));
    assertEquals("lift", read.text().text());
    assertEquals(2, read.text().pageAt(0));
    assertEquals(1, read.text().pagesWithoutText());
    assertEquals(2, pages.get());
  }

  @Test
  void keepsTheTextOfThePagesThatHaveSome() throws IOException {
    Parsed read =
        assertInstanceOf(Parsed.class, Parsing.parseWith(tesseract("exit 1"), scan(true, 2)));
    assertTrue(read.text().text().contains("stone pier"), read.text()::text);
    assertEquals(2, read.text().pagesWithoutText());
  }

  @Test
  void saysThatItFailedWhereThereIsNothingElse() throws IOException {
    for (Path file : new Path[] {scan(false, 2), tiff()}) {
      Failed failed = assertInstanceOf(Failed.class, Parsing.parseWith(tesseract("exit 1"), file));
      Problem problem = failed.problem();
      assertEquals("document_without_text", problem.code());
      assertTrue(problem.detail().contains("(OCR) failed with status 1"), problem::detail);
    }
  }

  @Test
  void countsItsTimeOnTheProcessor() throws IOException {
    Parsed waited =
        assertInstanceOf(
            Parsed.class, Parsing.parseWith(thatFailsAtFirst("sleep 2"), scan(false, 1)));
    assertEquals("lift", waited.text().text());
    Failed stuck =
        assertInstanceOf(
            Failed.class, Parsing.parseWith(tesseract("while :; do :; done"), scan(false, 1)));
    assertTrue(
        stuck.problem().detail().contains("(OCR) took longer than 1 seconds"),
        stuck.problem()::detail);
  }

  private Tesseract thatFailsAtFirst(String how) throws IOException {
    return tesseract("if mkdir \"$0.begun\" 2> /dev/null; then " + how + "; fi");
  }

  /** One that has a second for each page, does this there, and finds a word. */
  private Tesseract tesseract(String doing) throws IOException {
    Path program = Files.createTempFile(directory, "tesseract", ".sh");
    Files.writeString(
        program,
        "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo eng; exit; fi\n"
            + doing
            + "\n"
            + A_WORD
            + "\n");
    assertTrue(program.toFile().setExecutable(true));
    return new Tesseract(program.toString(), Duration.ofSeconds(1), pages::incrementAndGet);
  }

  private Path scan(boolean behindText, int count) throws IOException {
    Path file = directory.resolve("scan.pdf");
    try (PDDocument text = Loader.loadPDF(Parsing.fixture("two-pages.pdf").toFile());
        PDDocument scan = Loader.loadPDF(SCAN.toFile());
        PDDocument empty = new PDDocument()) {
      PDDocument pages = behindText ? text : empty;
      for (int i = 0; i < count; i++) {
        pages.importPage(scan.getPage(0));
      }
      pages.save(file.toFile());
    }
    return file;
  }

  private Path tiff() throws IOException {
    Path file = directory.resolve("fax.tiff");
    BufferedImage page = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
    CorpusPictures.writeTiff(List.of(page, page), file);
    return file;
  }
}
