package io.passim.ingest.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Excel workbooks of the old binary format: one page for each sheet, under the sheet's name. */
final class XlsReader implements FormatReader {
  @Override
  public FileProperties read(Reading reading) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem(reading.path().toFile(), true);
        HSSFWorkbook workbook = new HSSFWorkbook(file, false)) {
      IsoDates formatter = new IsoDates(workbook.getInternalWorkbook().isUsing1904DateWindowing());
      formatter.setUseCachedValuesForFormulaCells(true);
      int sheets = workbook.getNumberOfSheets();
      for (int i = 0; i < sheets; i++) {
        Sheet sheet = workbook.getSheetAt(i);
        reading.text().startPage(i + 1);
        reading.text().heading(1, sheet.getSheetName());
        TableText table = new TableText(reading.text());
        int next = 0;
        for (Row row : sheet) {
          if (row.getRowNum() > next) {
            table.row(List.of());
          }
          table.row(cells(row, formatter));
          next = row.getRowNum() + 1;
        }
        table.end();
        reading.progress().accept((i + 1.0) / sheets);
      }
      return OfficePackage.properties(workbook.getSummaryInformation());
    }
  }

  private static List<String> cells(Row row, IsoDates formatter) {
    List<String> cells = new ArrayList<>();
    int columns = Math.min(row.getLastCellNum(), XlsxReader.MAX_COLUMNS);
    for (int column = 0; column < columns; column++) {
      Cell cell = row.getCell(column);
      cells.add(cell == null ? "" : value(cell, formatter));
    }
    return cells;
  }

  private static String value(Cell cell, IsoDates formatter) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    CellStyle style = cell.getCellStyle();
    return type == CellType.NUMERIC
        ? formatter.formatRawCellContents(
            cell.getNumericCellValue(), style.getDataFormat(), style.getDataFormatString())
        : formatter.formatCellValue(cell);
  }
}
