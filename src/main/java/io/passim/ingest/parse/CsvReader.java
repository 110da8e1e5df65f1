package io.passim.ingest.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Values parted by commas, semicolons, tabs or bars, quoted as in RFC 4180. */
final class CsvReader implements FormatReader {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int SAMPLE = 1 << 16;
  private static final int SAMPLE_ROWS = 20;
  private static final int ROWS_PER_REPORT = 1_000;

  @Override
  public FileProperties read(Reading reading) throws IOException {
    char delimiter = delimiter(reading);
    TableText table = new TableText(reading.text());
    double size = Files.size(reading.path());
    DoubleConsumer progress = reading.progress();
    try (BufferedReader reader = PlainText.open(reading.path());
        CSVParser rows = format(delimiter).parse(reader)) {
      for (CSVRecord row : rows) {
        table.row(row.stream().map(CsvReader::withoutMark).toList());
        if (row.getRecordNumber() % ROWS_PER_REPORT == 0) {
          progress.accept(Math.min(1, row.getBytePosition() / size));
        }
      }
    }
    table.end();
    return FileProperties.NONE;
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(false)
        .setLenientEof(true)
        .setTrailingData(true)
        .get();
  }

  /** The one that parts the first rows into the most cells, as many in each as in the first. */
  private static char delimiter(Reading reading) throws IOException {
    if (reading.file().mediaType().equals(MediaTypes.TSV)) {
      return '\t';
    }
    char[] sample = new char[SAMPLE];
    int length;
    try (BufferedReader reader = PlainText.open(reading.path())) {
      length = Math.max(0, reader.read(sample));
    }
    String beginning = new String(sample, 0, length);
    char best = ',';
    int most = 0;
    for (char delimiter : DELIMITERS) {
      int cells = cellsAlike(beginning, delimiter);
      if (cells > most) {
        most = cells;
        best = delimiter;
      }
    }
    return best;
  }

  private static int cellsAlike(String beginning, char delimiter) throws IOException {
    try (CSVParser rows = CSVParser.parse(beginning, format(delimiter))) {
      List<CSVRecord> first =
          rows.stream().filter(row -> row.size() > 1).limit(SAMPLE_ROWS).toList();
      if (first.isEmpty()) {
        return 0;
      }
      int width = first.getFirst().size();
      long alike = first.stream().filter(row -> row.size() == width).count();
      return (int) ((width - 1) * alike);
    } catch (RuntimeException e) {
      return 0;
    }
  }

  private static String withoutMark(String cell) {
    return cell.startsWith("\uFEFF") ? cell.substring(1) : cell;
  }
}
