package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "two-pages.pdf, notes.txt, application/pdf",
    "wrong-extension.pdf, wrong-extension.pdf, image/png",
    "leave.docx, leave, "
        + "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "truncated.docx, truncated.docx, "
        + "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "page.html, page, text/html",
    "notes.md, notes.MD, text/markdown",
    "notes.md, notes.pdf, text/plain",
    "latin1.txt, latin1.txt, text/plain"
  })
  void goesByContent(String fixture, String name, String type) throws IOException {
    assertEquals(type, MediaTypes.detect(Parsing.fixture(fixture), name));
  }

  @ParameterizedTest
  @CsvSource({
    "'From: a@b.example\nSubject: hello\n', mail.txt, text/plain",
    "'{\\rtf1 hello}', a.txt, application/rtf",
    "'<?xml version=\"1.0\"?><a/>', a.txt, application/xml",
    "'a,b\n1,2\n', a.csv, text/csv",
    "'a\tb\n1\t2\n', a.TSV, text/tab-separated-values",
    "'From: a@b.example\nSubject: hello\n', mail.eml, message/rfc822",
    "'Note: hello\nto all of you', mail.eml, text/plain",
    "'just a text', report.pdf.exe, text/plain",
    "'MZ\u0090\u0000\u0003\u0000', report.pdf, application/x-msdownload",
    "'<h1 align=center>Name</h1>', README.md, text/markdown",
    "'no markup at first', a.htm, text/html"
  })
  void tellsTextsApart(String content, String name, String type) throws IOException {
    Path file = directory.resolve("file");
    Files.writeString(file, content, StandardCharsets.UTF_8);
    assertEquals(type, MediaTypes.detect(file, name));
  }

  /** The server would hold it in memory for each upload that comes at the same time. */
  @ParameterizedTest
  @CsvSource({
    "a.zip, application/zip",
    "a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  })
  void doesNotReadALargeDirectory(String name, String type) throws IOException {
    Path zip = withDirectoryOf(40, directory.resolve("large.zip"));
    MediaTypes.detect(zip, name);
    assertTrue(allocatedBy(() -> assertEquals(type, MediaTypes.detect(zip, name))) < 4 << 20);
    assertEquals("application/zip", MediaTypes.detect(withDirectoryOf(1, zip), name));
  }

  @Test
  void believesWhatZip64SaysOfADirectory() throws IOException {
    Path zip = withDirectoryOf(5, directory.resolve("large.zip"));
    long bytes = ZipDirectory.claimedBytes(zip);
    ByteBuffer end = ByteBuffer.allocate(98).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0, 0x06064b50).putLong(40, bytes);
    end.putInt(56, 0x07064b50).putLong(64, Files.size(zip) - 22);
    end.putInt(76, 0x06054b50).putInt(88, -1);
    try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.WRITE)) {
      channel.write(end, channel.size() - 22);
    }
    assertEquals(bytes, ZipDirectory.claimedBytes(zip));
  }

  @Test
  void takesNoOtherZipForAWordDocument() throws IOException {
    Path zip = directory.resolve("a.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.txt"));
    }
    assertEquals("application/zip", MediaTypes.detect(zip, "a.docx"));
  }

  /** Word Online writes {@code word/document2.xml}. */
  @ParameterizedTest
  @CsvSource({
    "leave.docx, word/document, "
        + "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "slides.pptx, ppt/presentation, "
        + "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "sheet.xlsx, xl/workbook, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  })
  void findsTheMainPartOfOfficeWhateverItIsCalled(String name, String main, String type)
      throws IOException {
    Path original = office(name);
    Path renamed = directory.resolve("renamed-" + name);
    Files.write(renamed, Zips.of(withMainPart(original, main)));
    assertEquals(type, MediaTypes.detect(renamed, "download"));
    assertEquals(Parsing.parsed(original).text(), Parsing.parsed(renamed).text());
  }

  @ParameterizedTest
  @CsvSource({
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml, "
        + "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml, "
        + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main, "
        + "application/vnd.ms-excel.sheet.binary.macroEnabled",
    "application/vnd.ms-visio.drawing.main+xml, application/vnd.ms-visio.drawing",
    "text/xml, application/zip"
  })
  void saysWhatAnOfficePackageIs(String mainType, String type) throws IOException {
    Path file = directory.resolve("package");
    String types = "<Types><Override PartName='/main' ContentType='" + mainType + "'/></Types>";
    Files.write(file, Zips.of("[Content_Types].xml", types, "readme.txt", "words"));
    assertEquals(type, MediaTypes.detect(file, "package"));
  }

  private Path office(String name) throws IOException {
    Path file = directory.resolve(name);
    if (name.endsWith(".docx")) {
      return Files.copy(Parsing.fixture(name), file);
    }
    try (var out = Files.newOutputStream(file)) {
      if (name.endsWith(".pptx")) {
        try (XMLSlideShow show = new XMLSlideShow()) {
          show.createSlide().createTextBox().setText("Some words.");
          show.write(out);
        }
      } else {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
          workbook.createSheet("One").createRow(0).createCell(0).setCellValue("Some words.");
          workbook.write(out);
        }
      }
    }
    return file;
  }

  /** The entries of a file whose main part has a 2 behind its name. */
  private static Map<String, byte[]> withMainPart(Path file, String main) throws IOException {
    String base = main.substring(main.lastIndexOf('/') + 1);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        String name = entry.getName();
        if (name.equals("[Content_Types].xml") || name.endsWith(".rels")) {
          String text = new String(content, StandardCharsets.UTF_8);
          content = text.replace(base + ".xml", base + "2.xml").getBytes(StandardCharsets.UTF_8);
        }
        entries.put(name.replace(base + ".xml", base + "2.xml"), content);
      }
    }
    assertTrue(entries.containsKey(main + "2.xml"));
    return entries;
  }

  /** A small zip file but for its directory, which has about so many megabytes. */
  private static Path withDirectoryOf(int megabytes, Path zip) throws IOException {
    String comment = "x".repeat(1 << 15);
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < megabytes << 5; i++) {
        ZipEntry entry = new ZipEntry(i + ".txt");
        entry.setComment(comment);
        out.putNextEntry(entry);
      }
    }
    return zip;
  }

  private static long allocatedBy(Executable work) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertDoesNotThrow(work);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
