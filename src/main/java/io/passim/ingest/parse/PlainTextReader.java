package io.passim.ingest.parse;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Plain text: blank lines part paragraphs. Within one, lines that were wrapped at a width become
 * running text again; lines that end before the next word would have had to wrap stay lines. A line
 * that is underlined is a heading.
 */
final class PlainTextReader implements FormatReader {
  /** A text whose long lines are shorter or longer than this was not wrapped at a width. */
  private static final int MIN_WIDTH = 40;

  private static final int MAX_WIDTH = 160;

  private static final int MAX_TITLE = 100;

  private static final Pattern UNDERLINE = Pattern.compile("={3,}|-{3,}");

  private final int maxCharacters;

  PlainTextReader(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  @Override
  public FileProperties read(Reading reading) throws IOException {
    return FileProperties.titled(
        write(PlainText.readAll(reading.path(), maxCharacters), reading.text()));
  }

  /**
   * Appends plain text that comes from elsewhere.
   *
   * @return its title, blank if it has none
   */
  static String write(String plain, TextBuilder text) {
    List<String> lines = plain.lines().map(String::strip).toList();
    int width = width(lines);
    StringBuilder paragraph = new StringBuilder();
    String before = "";
    for (String line : lines) {
      if (line.isEmpty()) {
        text.paragraph(paragraph);
        paragraph.setLength(0);
      } else if (!paragraph.isEmpty()
          && paragraph.length() == before.length()
          && UNDERLINE.matcher(line).matches()) {
        text.heading(line.charAt(0) == '=' ? 1 : 2, paragraph);
        paragraph.setLength(0);
      } else if (paragraph.isEmpty()) {
        paragraph.append(line);
      } else if (isWrapped(before, line, width)) {
        WrappedLines.join(paragraph, line, word -> false);
      } else {
        paragraph.append('\n').append(line);
      }
      before = line;
    }
    text.paragraph(paragraph);
    return title(lines);
  }

  private static boolean isWrapped(String before, String line, int width) {
    if (width == 0 || WrappedLines.startsItem(line)) {
      return false;
    }
    int needed = before.length() + 1 + WrappedLines.firstWord(line).length();
    return needed > width
        || (before.length() > width / 2 && Character.isLowerCase(line.codePointAt(0)));
  }

  /** The first line, if it stands alone and is no sentence. */
  private static String title(List<String> lines) {
    int first = 0;
    while (first < lines.size() && lines.get(first).isEmpty()) {
      first++;
    }
    if (first == lines.size()) {
      return "";
    }
    String line = lines.get(first);
    String next = first + 1 < lines.size() ? lines.get(first + 1) : "";
    boolean alone = next.isEmpty() || UNDERLINE.matcher(next).matches();
    return alone && line.length() <= MAX_TITLE && !line.endsWith(".") ? line : "";
  }

  /** The width that the text was wrapped at, 0 if it was not: all but a few lines fit in it. */
  private static int width(List<String> lines) {
    int[] lengths = lines.stream().mapToInt(String::length).filter(n -> n > 0).sorted().toArray();
    if (lengths.length < 2) {
      return 0;
    }
    int width = lengths[(int) Math.ceil((lengths.length - 1) * 0.98)];
    return width < MIN_WIDTH || width > MAX_WIDTH ? 0 : width;
  }
}
