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

  /** Years and the like are names where what stands below is of another kind. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Cost,2023,2024/Rent,1200,1300 > Cost: Rent | 2023: 1200 | 2024: 1300",
        ",2023,2024/Rent,1200,/Heat,,300 > Rent | 2023: 1200/Heat | 2024: 300",
        "Name,2026-03-01,2026-03-02/Anna,8,7.5 > Name: Anna | 2026-03-01: 8 | 2026-03-02: 7.5",
        "Pupil,1st choice,2nd choice/Anna,Go,Chess > Pupil: Anna | 1st choice: Go | 2nd choice: Chess",
        "Boat,1 person,2 persons/8 m,40,€70 > Boat: 8 m | 1 person: 40 | 2 persons: €70",
        "Name,Phone,Name,Phone/Anna,12,Ben,3 > Name: Anna | Phone: 12 | Name 2: Ben | Phone 2: 3",
        "Anna,1999,1998/Ben,2003,2007 > Anna | 1999 | 1998/Ben | 2003 | 2007",
        "Founded,1987/Staff,140 > Founded | 1987/Staff | 140",
        "Report,2023,Leeds/Staff > Report | 2023 | Leeds/Staff",
        "Rake,3 kg,Cork/Hoe,5 kg,Leeds > Rake | 3 kg | Cork/Hoe | 5 kg | Leeds",
        "yes,no,yes/no,no,maybe > yes | no | yes/no | no | maybe",
        "Anna,7,8/Ben,2023,9/Eve,n,n > Anna | 7 | 8/Ben | 2023 | 9/Eve | n | n"
      })
  void namesColumnsByWhatStandsBelow(String content, String expected) throws IOException {
    assertEquals(expected.replace('/', '\n'), csv(content.replace('/', '\n')));
  }

  /** The questions of a survey stand whole above its answers, and cut short in them. */
  @Test
  void namesColumnsByQuestions() throws IOException {
    String question = "1. How satisfied are you with the way in which the council answers letters";
    String whole = question + " and calls?";
    assertEquals(
        "Person | %s | 2. Why?\nPerson: 1 | %s…: Very | 2. Why?: It is quick."
            .formatted(whole, question + " and"),
        csv("Person,%s,2. Why?\n1,Very,It is quick.\n".formatted(whole)));
    String description =
        "A boat that is longer than it is wide, and that is wider than it is deep by far.";
    assertEquals(
        "Boat | " + description + "x\nOar | 12", csv("Boat,\"" + description + "x\"\nOar,12"));
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
