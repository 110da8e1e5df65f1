package io.passim.ingest.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands on a page but is not its text: headers and footers that come again on page after page
 * and bare page numbers, in the upper and lower margin.
 */
final class PageFurniture {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)(?:page|p\\.)?\\s*[-–—]?\\s*(?:\\d{1,4}|[ivxl]{1,6})\\s*"
              + "(?:(?:/|of|sur|de)\\s*\\d{1,4})?\\s*[-–—]?");

  private final Set<String> repeated = new HashSet<>();

  PageFurniture(List<PdfPage> pages) {
    Map<String, Integer> pagesWith = new HashMap<>();
    for (PdfPage page : pages) {
      Set<String> onPage = new HashSet<>();
      for (PdfLine line : page.lines()) {
        if (page.isInMargin(line)) {
          onPage.add(shape(line));
        }
      }
      onPage.forEach(shape -> pagesWith.merge(shape, 1, Integer::sum));
    }
    int enough = Math.max(2, pages.size() / 2);
    pagesWith.forEach((shape, count) -> {
      if (count >= enough) {
        repeated.add(shape);
      }
    });
  }

  boolean contains(PdfPage page, PdfLine line) {
    return page.isInMargin(line)
        && (repeated.contains(shape(line)) || PAGE_NUMBER.matcher(line.text()).matches());
  }

  /** The same for all pages: numbers differ from page to page, and the place hardly at all. */
  private static String shape(PdfLine line) {
    return Math.round(line.y() / 8) + NUMBER.matcher(line.text()).replaceAll("#");
  }
}
