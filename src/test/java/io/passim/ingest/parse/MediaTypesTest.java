package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
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

  @Test
  void takesNoOtherZipForAWordDocument() throws IOException {
    Path zip = directory.resolve("a.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.txt"));
    }
    assertEquals("application/zip", MediaTypes.detect(zip, "a.docx"));
  }
}
