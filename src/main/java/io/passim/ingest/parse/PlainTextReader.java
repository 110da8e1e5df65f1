package io.passim.ingest.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Plain text: blank lines part paragraphs. Within one, lines that were wrapped at a width become
 * running text again; lines that end before the next word would have had to wrap stay lines.
 */
final class PlainTextReader implements FormatReader {
  /** A text whose long lines are shorter or longer than this was not wrapped at a width. */
  private static final int MIN_WIDTH = 40;

  private static final int MAX_WIDTH = 160;

  private final int maxCharacters;

  PlainTextReader(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  @Override
  public String read(Path file, TextBuilder text, DoubleConsumer progress) throws IOException {
    List<String> lines = lines(file);
    int width = width(lines);
    StringBuilder paragraph = new StringBuilder();
    String before = "";
    for (String line : lines) {
      if (line.isEmpty()) {
        text.paragraph(paragraph);
        paragraph.setLength(0);
      } else if (paragraph.isEmpty()) {
        paragraph.append(line);
      } else {
        boolean wrapped =
            width > 0
                && before.length() + 1 + WrappedLines.firstWord(line).length() > width
                && !WrappedLines.startsItem(line);
        if (wrapped) {
          WrappedLines.join(paragraph, line, word -> false);
        } else {
          paragraph.append('\n').append(line);
        }
      }
      before = line;
    }
    text.paragraph(paragraph);
    return "";
  }

  private List<String> lines(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    String all = PlainText.readAll(file, maxCharacters);
    try (BufferedReader reader = new BufferedReader(new StringReader(all))) {
      String line;
      while ((line = reader.readLine()) != null) {
        lines.add(line.strip());
      }
    }
    return lines;
  }

  /** The width that the text was wrapped at, 0 if it was not: all but a few lines fit in it. */
  private static int width(List<String> lines) {
    int[] lengths = lines.stream().mapToInt(String::length).filter(n -> n > 0).sorted().toArray();
    if (lengths.length < 2) {
      return 0;
    }
    int width = lengths[(int) ((lengths.length - 1) * 0.98)];
    return width < MIN_WIDTH || width > MAX_WIDTH ? 0 : width;
  }
}
