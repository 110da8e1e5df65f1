package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Tells headings by their looks: short lines in a larger font than most of the text, or bold where
 * the text is not. The larger, the further out.
 */
final class PdfHeadings {
  /** The level of a line that is no heading. */
  static final int NONE = 0;

  private static final float LARGER = 1.12f;
  private static final int MAX_LENGTH = 120;
  private static final int MAX_LEVEL = 6;

  private final float bodySize;
  private final boolean bodyBold;
  private final List<Float> sizes;

  PdfHeadings(List<PdfPage> pages) {
    Map<Float, Integer> characters = new HashMap<>();
    int all = 0;
    int bold = 0;
    for (PdfPage page : pages) {
      for (PdfLine line : page.lines()) {
        characters.merge(rounded(line), line.text().length(), Integer::sum);
        all += line.text().length();
        bold += line.bold() ? line.text().length() : 0;
      }
    }
    bodySize =
        characters.entrySet().stream()
            .max(
                Map.Entry.<Float, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(1f);
    bodyBold = 2 * bold > all;
    TreeSet<Float> larger = new TreeSet<>(Comparator.reverseOrder());
    pages.stream()
        .flatMap(page -> page.lines().stream())
        .filter(line -> isLarger(line) && isShort(line))
        .forEach(line -> larger.add(rounded(line)));
    sizes = new ArrayList<>(larger);
  }

  /**
   * The level of a line as a heading, {@link #NONE} if it is none.
   *
   * @param apart whether it begins a block of its own
   */
  int level(PdfLine line, boolean apart) {
    if (!isShort(line)) {
      return NONE;
    }
    if (isLarger(line)) {
      return Math.min(MAX_LEVEL, sizes.indexOf(rounded(line)) + 1);
    }
    boolean bold = apart && line.bold() && !bodyBold && line.size() >= bodySize * 0.95f;
    return bold && !endsLikeText(line) ? Math.min(MAX_LEVEL, sizes.size() + 1) : NONE;
  }

  private boolean isLarger(PdfLine line) {
    return rounded(line) >= bodySize * LARGER;
  }

  private static boolean isShort(PdfLine line) {
    return !line.isRow()
        && line.text().length() <= MAX_LENGTH
        && line.text().chars().anyMatch(Character::isLetter)
        && !WrappedLines.startsBullet(line.text());
  }

  private static boolean endsLikeText(PdfLine line) {
    return ".,;:".indexOf(line.text().charAt(line.text().length() - 1)) >= 0;
  }

  private static float rounded(PdfLine line) {
    return Math.round(line.size() * 2) / 2f;
  }
}
