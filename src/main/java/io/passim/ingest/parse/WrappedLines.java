package io.passim.ingest.parse;

import io.passim.document.ListMarker;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes running text of lines that were wrapped. */
final class WrappedLines {
  private static final Pattern BULLETED = Pattern.compile("\\A" + ListMarker.BULLET + "\\s");

  /** Takes more for markers than others do: a line too many harms less than one too few. */
  private static final Pattern ITEM =
      Pattern.compile(
          "\\A(?:" + ListMarker.ANY + "|(?:[a-zA-Z]|[ivx]{1,4})[.)]|\\(\\w{1,3}\\))\\s");

  private static final Pattern BROKEN_WORD = Pattern.compile("(\\p{L}+)[-\\u2010\\u00AD]\\z");
  private static final Pattern LOWER_WORD = Pattern.compile("\\A\\p{Ll}[\\p{L}\\p{M}]*");
  private static final Pattern FIRST_WORD = Pattern.compile("\\A\\S+");

  private WrappedLines() {}

  /** Whether a line begins an item of a list. */
  static boolean startsItem(String line) {
    return ITEM.matcher(line).find();
  }

  /** Whether a line begins an item that is not numbered. */
  static boolean startsBullet(String line) {
    return BULLETED.matcher(line).find();
  }

  static String firstWord(String line) {
    Matcher word = FIRST_WORD.matcher(line);
    return word.find() ? word.group() : "";
  }

  /**
   * Appends the next line of a paragraph. A word that was broken at the line's end becomes whole.
   *
   * @param isCompound whether a word such as {@code part-time} is written with its hyphen elsewhere
   */
  static void join(StringBuilder paragraph, String line, Predicate<String> isCompound) {
    int tail = Math.max(0, paragraph.length() - 64);
    Matcher broken = BROKEN_WORD.matcher(paragraph).region(tail, paragraph.length());
    Matcher rest = LOWER_WORD.matcher(line);
    if (broken.find() && rest.find()) {
      if (!isCompound.test(broken.group(1) + "-" + rest.group())) {
        paragraph.setLength(paragraph.length() - 1);
      }
      paragraph.append(line);
    } else {
      paragraph.append(' ').append(line);
    }
  }
}
