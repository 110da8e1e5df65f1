package io.passim.ingest.parse;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.converter.NumberFormatter;

/** What a Word document says of a level of its lists (ECMA-376-1, 17.9.6). */
final class DocxLevel {
  /** So many levels, from 0. */
  static final int LEVELS = 9;

  private static final Pattern NUMBER = Pattern.compile("%([1-9])");

  /** Higher numbers are written in digits, whatever their format. */
  private static final int MOST = 999;

  private int start;
  private int restart = -1;
  private boolean inDigits;
  private String format = "decimal";
  private String text = "";
  private String style = "";

  /** Takes in an element of the level's. */
  void read(String element, String value, boolean on) {
    switch (element) {
      case "start" -> start = number(value);
      case "lvlRestart" -> restart = number(value);
      case "isLgl" -> inDigits = on;
      case "numFmt" -> format = value;
      case "lvlText" -> text = value;
      case "pStyle" -> style = value;
      default -> {}
    }
  }

  /** The number of its first item. */
  int start() {
    return start;
  }

  /** Whether it begins anew after an item of another level, which is above it. */
  boolean restartsAfter(int above) {
    return restart < 0 || above < restart;
  }

  /** Whether paragraphs of a style are of this level. */
  boolean isOf(String paragraphStyle) {
    return style.equals(paragraphStyle);
  }

  /**
   * What stands before an item, a space at its end; empty if nothing does.
   *
   * @param counts the numbers of the last items by level, negative where there is none
   * @param levels those of its list
   */
  String marker(int[] counts, Map<Integer, DocxLevel> levels) {
    if (format.equals("bullet")) {
      return text.isEmpty() ? "" : XhtmlList.BULLET;
    }
    String marker =
        NUMBER
            .matcher(text)
            .replaceAll(found -> {
              int at = Integer.parseInt(found.group(1)) - 1;
              DocxLevel level = levels.getOrDefault(at, this);
              int number = counts[at] < 0 ? level.start : counts[at];
              return inDigits ? Integer.toString(number) : level.formatted(number);
            });
    String clean = TextCleaner.cleanLine(marker);
    return clean.isEmpty() ? "" : clean + " ";
  }

  private String formatted(int number) {
    int style =
        switch (format) {
          case "upperRoman" -> 1;
          case "lowerRoman" -> 2;
          case "upperLetter" -> 3;
          case "lowerLetter" -> 4;
          default -> 0;
        };
    return switch (format) {
      case "none" -> "";
      case "decimalZero" -> (number < 10 ? "0" : "") + number;
      default -> NumberFormatter.getNumber(number, number < 1 || number > MOST ? 0 : style);
    };
  }

  /** A number as Word writes them; 0 if it is none. */
  static int number(String digits) {
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
