package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** People who wait for a long document see how far its reader is. */
class ProgressTest {
  private static final int PARTS = 5_000;

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("longFiles")
  void isToldWhileAFileIsRead(String name, byte[] content) throws IOException {
    List<Double> progress = progress(name, content);
    assertTrue(progress.size() >= 5, progress::toString);
    assertEquals(progress.stream().sorted().toList(), progress);
    assertTrue(progress.getFirst() < 0.5 && progress.getLast() > 0.8, progress::toString);
  }

  static Stream<Arguments> longFiles() {
    Map<String, byte[]> text = new LinkedHashMap<>(Packages.openDocument());
    text.put(
        "content.xml", bytes(Packages.openDocumentText("<text:p>Words.</text:p>".repeat(PARTS))));
    String paragraph = "<w:p><w:r><w:t>Words.</w:t></w:r></w:p>";
    String row = "<row><c t=\"inlineStr\"><is><t>Words.</t></is></c></row>";
    return Stream.of(
        arguments("a.docx", Zips.of(Packages.word(paragraph.repeat(PARTS)))),
        arguments("a.xlsx", Zips.of(Packages.sheet(row.repeat(PARTS)))),
        arguments("a.odt", Zips.of(text)),
        arguments("a.rtf", bytes("{\\rtf1\\ansi " + "Words are here.\\par\n".repeat(PARTS) + "}")),
        arguments(
            "a.eml",
            bytes("From: a@b.example\nSubject: Words\n\n" + "Words are here.\n".repeat(PARTS))));
  }

  @Test
  void countsSheets() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      for (String sheet : List.of("One", "Two")) {
        workbook.createSheet(sheet).createRow(0).createCell(0).setCellValue("Words.");
      }
      workbook.write(content);
    }
    assertEquals(List.of(0.5, 1.0), progress("a.xls", content.toByteArray()));
  }

  @Test
  void countsAttachments() throws IOException {
    Path mail = directory.resolve("mail.msg");
    CorpusFiles.formats().stream()
        .filter(format -> format.name().equals("msg-attachment"))
        .findFirst()
        .orElseThrow()
        .writer()
        .write(CorpusStory.next(new Random(1), "en", 10_000, 1), mail);
    assertEquals(List.of(1.0), progress("a.msg", Files.readAllBytes(mail)));
  }

  private List<Double> progress(String name, byte[] content) throws IOException {
    Path file = Files.write(directory.resolve(name), content);
    List<Double> progress = new ArrayList<>();
    assertInstanceOf(
        ParseResult.Parsed.class,
        new FileParser(1_000_000).parse(Parsing.source(file), progress::add));
    return progress;
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
