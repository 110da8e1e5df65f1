package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row can be read without the rows above it. */
class SpreadsheetsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void namesTheColumnsInEveryRow(String delimiter) throws IOException {
    assertEquals(
        "Name: Anna | Grade: 7\nName: Ben | Grade: 5",
        csv("Name,Grade\nAnna,7\nBen,5\n".replace(",", delimiter)));
  }

  @Test
  void leavesOutEmptyCells() throws IOException {
    assertEquals("Name: Anna | Town: Cork", csv("Name,Grade,Town\nAnna,,Cork\n,,\n"));
  }

  @Test
  void readsQuotedCells() throws IOException {
    assertEquals(
        "Name: Pym, Anna | Note: says \"no\" and leaves",
        csv("\uFEFFName,Note\n\"Pym, Anna\",\"says \"\"no\"\"\nand leaves\"\n"));
  }

  @Test
  void keepsRowsThatHaveNoNames() throws IOException {
    assertEquals("Anna | 7\nBen | 5", csv("Anna,7\nBen,5\n"));
    assertEquals("Name | Grade", csv("Name,Grade\n"));
    assertEquals("apples\npears", csv("apples\npears\n"));
  }

  @Test
  void readsATitleAboveTheTable() throws IOException {
    assertEquals(
        "Prices of 2026\n\nItem: Lunch | Price: €12",
        csv("Prices of 2026,\nItem,Price\nLunch,€12\n"));
  }

  @Test
  void startsAnotherTableAfterAGap() throws IOException {
    assertEquals("A: 1 | B: 2\n\nC: 3 | D: 4 | E: 5", csv("A,B,\n1,2,\n,,\nC,D,E\n3,4,5\n"));
  }

  @Test
  void survivesAQuoteThatNeverEnds() throws IOException {
    assertTrue(csv("Name,Grade\nAnna,7\n\"Ben,5\n").startsWith("Name: Anna | Grade: 7"));
  }

  @ParameterizedTest
  @CsvSource({"true, a.xlsx", "false, a.xls"})
  void readsSheetsAsPages(boolean xml, String name) throws IOException {
    Path file = directory.resolve(name);
    try (Workbook workbook = xml ? new XSSFWorkbook() : new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      fill(workbook.createSheet("Grades"), List.of("Name", "Grade", "Since"), workbook);
      fill(workbook.createSheet("Notes"), List.of("Nom", "Note", "Depuis"), workbook);
      workbook.write(out);
    }
    DocumentText text = Parsing.parsed(file).text();
    assertEquals(
        "Grades\n\nName: Anna | Grade: 7.5 | Since: 2026-03-31\nName: Ben | Since: 2026-03-31\n\n"
            + "Notes\n\nNom: Anna | Note: 7.5 | Depuis: 2026-03-31\nNom: Ben | Depuis: 2026-03-31",
        text.text());
    assertEquals(2, text.pageAt(text.text().indexOf("Nom: Anna")));
    assertEquals(List.of("Notes"), text.headingPathAt(text.text().indexOf("Nom: Anna")));
  }

  /** Old Macs wrote such workbooks, and programs have kept to it in their copies. */
  @ParameterizedTest
  @ValueSource(strings = {"a.xlsx", "a.xls"})
  void readsDatesThatCountFrom1904(String name) throws IOException {
    Path file = directory.resolve(name);
    try (Workbook workbook = from1904(name);
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat((short) 14);
      Cell day = workbook.createSheet("Days").createRow(0).createCell(0);
      // The days from 1904-01-01.
      day.setCellValue(44650);
      day.setCellStyle(date);
      workbook.write(out);
    }
    assertEquals("Days\n\n2026-03-31", Parsing.parsed(file).text().text());
  }

  private static Workbook from1904(String name) {
    if (name.endsWith(".xlsx")) {
      XSSFWorkbook workbook = new XSSFWorkbook();
      workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
      return workbook;
    }
    HSSFWorkbook workbook = new HSSFWorkbook();
    ((DateWindow1904Record)
            Objects.requireNonNull(
                workbook.getInternalWorkbook().findFirstRecordBySid(DateWindow1904Record.sid)))
        .setWindowing((short) 1);
    return workbook;
  }

  @Test
  void readsTheValueOfAFormula() throws IOException {
    Path file = directory.resolve("sum.xlsx");
    try (Workbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Row row = workbook.createSheet("Sums").createRow(0);
      row.createCell(0).setCellValue("Total");
      row.createCell(1).setCellFormula("20+22");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(out);
    }
    assertEquals("Sums\n\nTotal | 42", Parsing.parsed(file).text().text());
  }

  private static void fill(Sheet sheet, List<String> names, Workbook workbook) {
    CellStyle date = workbook.createCellStyle();
    date.setDataFormat((short) 14);
    Row header = sheet.createRow(0);
    for (int i = 0; i < names.size(); i++) {
      header.createCell(i).setCellValue(names.get(i));
    }
    int at = 1;
    for (String name : Arrays.asList("Anna", "Ben")) {
      Row row = sheet.createRow(at++);
      row.createCell(0).setCellValue(name);
      if (name.equals("Anna")) {
        row.createCell(1).setCellValue(7.5);
      }
      Cell since = row.createCell(2);
      since.setCellValue(LocalDate.of(2026, 3, 31));
      since.setCellStyle(date);
    }
  }

  private String csv(String content) throws IOException {
    return Parsing.text(directory, "table.csv", content);
  }
}
