package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What stands on a page but is not its text: headers and footers that come again on page after page
 * and bare page numbers, in the upper and lower margin. Numbers in what comes again stay the same
 * or count the pages, but for a jump now and then; so the rows of a table are text. What is set
 * like a heading is furniture only where the same words come again.
 */
final class PageFurniture {
  /** As many digits as fit into a long. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)(?:page|p\\.)?\\s*[-–—]?\\s*(?:\\d{1,4}|[ivxl]{1,6})\\s*"
              + "(?:(?:/|of|sur|de)\\s*\\d{1,4})?\\s*[-–—]?");

  private final PdfHeadings headings;
  private final Set<String> repeated = new HashSet<>();
  private final Set<String> repeatedWords = new HashSet<>();

  /** The first line of a shape on a page. */
  private record Occurrence(int page, List<Long> numbers) {
    static Occurrence of(PdfPage page, PdfLine line) {
      return new Occurrence(
          page.number(),
          NUMBER
              .matcher(line.text())
              .results()
              .map(MatchResult::group)
              .map(Long::valueOf)
              .toList());
    }

    /** Whether each number stays the same on a later page, or counts the pages up to there. */
    boolean goesOnIn(Occurrence later) {
      for (int i = 0; i < numbers.size(); i++) {
        long step = later.numbers.get(i) - numbers.get(i);
        if (step != 0 && step != later.page - page) {
          return false;
        }
      }
      return true;
    }
  }

  PageFurniture(List<PdfPage> pages, PdfHeadings headings) {
    this.headings = headings;
    Map<String, List<Occurrence>> shapes = new HashMap<>();
    Set<String> words = new HashSet<>();
    for (PdfPage page : pages) {
      Map<String, Occurrence> onPage = new HashMap<>();
      Set<String> wordsOnPage = new HashSet<>();
      for (PdfLine line : page.lines()) {
        if (page.isInMargin(line)) {
          onPage.putIfAbsent(shape(line), Occurrence.of(page, line));
          wordsOnPage.add(words(line));
        }
      }
      onPage.forEach((shape, occurrence) ->
          shapes.computeIfAbsent(shape, _ -> new ArrayList<>()).add(occurrence));
      wordsOnPage.stream().filter(each -> !words.add(each)).forEach(repeatedWords::add);
    }
    int enough = Math.max(2, pages.size() / 2);
    shapes.forEach((shape, occurrences) -> {
      if (occurrences.size() >= enough && goOn(occurrences)) {
        repeated.add(shape);
      }
    });
  }

  boolean contains(PdfPage page, PdfLine line) {
    return page.isInMargin(line)
        && (PAGE_NUMBER.matcher(line.text()).matches()
            || (repeated.contains(shape(line))
                && (!isHeading(line) || repeatedWords.contains(words(line)))));
  }

  /** Running headers are often bold, but rarely larger than the text. */
  private boolean isHeading(PdfLine line) {
    return headings.level(line, false) != PdfHeadings.NONE;
  }

  /** Whether most of the lines go on in the next. */
  private static boolean goOn(List<Occurrence> occurrences) {
    int goOn = 0;
    for (int i = 1; i < occurrences.size(); i++) {
      goOn += occurrences.get(i - 1).goesOnIn(occurrences.get(i)) ? 1 : 0;
    }
    return 2 * goOn >= occurrences.size() - 1;
  }

  /** The same for all pages: numbers differ from page to page, and the place hardly at all. */
  private static String shape(PdfLine line) {
    return place(line) + " " + NUMBER.matcher(line.text()).replaceAll("#");
  }

  private static String words(PdfLine line) {
    return place(line) + " " + line.text();
  }

  private static int place(PdfLine line) {
    return Math.round(line.y() / 8);
  }
}
