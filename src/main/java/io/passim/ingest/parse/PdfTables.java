package io.passim.ingest.parse;

import java.util.List;
import java.util.regex.Pattern;

/** Names the columns in the rows of a table of a PDF, where it is plain which they are. */
final class PdfTables {
  private static final Pattern BETWEEN_CELLS = Pattern.compile(" \\| ");

  private PdfTables() {}

  /**
   * The rows with the names of their columns, without the row of names.
   *
   * @param block lines of a block; anything but a table with names above figures is given back as
   *     it is
   */
  static CharSequence named(CharSequence block) {
    List<List<String>> rows =
        block.toString().lines().map(line -> List.of(BETWEEN_CELLS.split(line, -1))).toList();
    if (rows.size() < 2) {
      return block;
    }
    List<String> names = rows.getFirst();
    List<List<String>> below = rows.subList(1, rows.size());
    boolean table =
        TableText.isHeader(names)
            && below.stream().allMatch(row -> row.size() == names.size())
            // Then the words above the figures are their name.
            && TableText.hasFigures(below);
    if (!table) {
      return block;
    }
    TextBuilder named = new TextBuilder(Integer.MAX_VALUE);
    TableText text = new TableText(named);
    rows.forEach(text::row);
    text.end();
    return named.build().text();
  }
}
