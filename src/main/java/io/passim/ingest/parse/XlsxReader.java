package io.passim.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Excel workbooks, row by row: one page for each sheet, under the sheet's name. */
final class XlsxReader implements FormatReader {
  /** Columns further right than this are not read; one cell there would be padded so far. */
  static final int MAX_COLUMNS = 1_000;

  private static final Set<String> TRUE = Set.of("1", "true");

  @Override
  public FileProperties read(Reading reading)
      throws IOException, SAXException, TikaException, UnreadableException {
    OfficePackage.refuseEncrypted(reading.path());
    try (OPCPackage file = OPCPackage.open(reading.path().toFile(), PackageAccess.READ)) {
      XSSFReader workbook = new XSSFReader(file);
      IsoDates dates = new IsoDates(isFrom1904(workbook));
      StylesTable styles = workbook.getStylesTable();
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(file, false);
      long bytes =
          file.getPartsByContentType(XSSFRelation.WORKSHEET.getContentType()).stream()
              .mapToLong(PackagePart::getSize)
              .sum();
      ReadBytes read = new ReadBytes(bytes, reading.progress());
      XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) workbook.getSheetsData();
      for (int page = 1; sheets.hasNext(); page++) {
        try (InputStream sheet = read.of(sheets.next())) {
          reading.text().startPage(page);
          reading.text().heading(1, sheets.getSheetName());
          Rows rows = new Rows(new TableText(reading.text()));
          XMLReaderUtils.parseSAX(
              sheet,
              new XSSFSheetXMLHandler(styles, null, strings, rows, dates, false),
              new ParseContext());
          rows.table.end();
        }
      }
      FileProperties properties = OfficePackage.properties(file);
      OfficePackage.readEmbedded(reading);
      return properties;
    } catch (OpenXML4JException e) {
      throw new IOException(e);
    }
  }

  private static boolean isFrom1904(XSSFReader workbook)
      throws IOException, SAXException, TikaException, OpenXML4JException {
    Properties properties = new Properties();
    try (InputStream content = workbook.getWorkbookData()) {
      XMLReaderUtils.parseSAX(content, properties, new ParseContext());
    }
    return properties.from1904;
  }

  /** What a workbook says of itself (ECMA-376, part 1, 18.2.28). */
  private static final class Properties extends DefaultHandler {
    private boolean from1904;

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
      if (local.equals("workbookPr")) {
        from1904 = TRUE.contains(ZippedXml.attribute(attributes, "date1904", ""));
      }
    }
  }

  private static final class Rows implements SheetContentsHandler {
    private final TableText table;
    private final List<String> cells = new ArrayList<>();
    private int next;

    Rows(TableText table) {
      this.table = table;
    }

    @Override
    public void startRow(int row) {
      if (row > next) {
        table.row(List.of());
      }
      cells.clear();
    }

    @Override
    public void cell(@Nullable String reference, String value, @Nullable XSSFComment comment) {
      int column = reference == null ? cells.size() : new CellReference(reference).getCol();
      if (column >= MAX_COLUMNS || column < cells.size()) {
        return;
      }
      while (cells.size() < column) {
        cells.add("");
      }
      cells.add(value == null ? "" : value);
    }

    @Override
    public void endRow(int row) {
      table.row(cells);
      next = row + 1;
    }
  }
}
