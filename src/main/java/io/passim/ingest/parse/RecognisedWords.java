package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Tesseract's table of words → paragraphs. Its columns: level, page, block, paragraph, line, word,
 * left, top, width, height, confidence (0 to 100) and the word.
 */
final class RecognisedWords {
  private static final int COLUMNS = 12;
  private static final int CONFIDENCE = 10;

  /** A word that Tesseract is less sure of than this is a speck or a part of a picture. */
  private static final double MIN_CONFIDENCE = 30;

  /** Words of a picture without text look like words now and then, but not surely so. */
  private static final double MIN_MEAN = 45;

  private RecognisedWords() {}

  /** The paragraphs in reading order; none if there is hardly a word among what was found. */
  static List<String> paragraphs(List<String> table) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    StringBuilder line = new StringBuilder();
    String place = "";
    String lineOfPlace = "";
    double confidence = 0;
    int words = 0;
    for (String row : table) {
      String[] cells = row.split("\t", COLUMNS);
      if (cells.length < COLUMNS || !cells[0].equals("5") || cells[COLUMNS - 1].isBlank()) {
        continue;
      }
      double sure = Double.parseDouble(cells[CONFIDENCE]);
      if (sure < MIN_CONFIDENCE) {
        continue;
      }
      confidence += sure;
      words++;
      String ofParagraph = String.join(" ", cells[1], cells[2], cells[3]);
      if (!cells[4].equals(lineOfPlace) || !ofParagraph.equals(place)) {
        endLine(paragraph, line);
        lineOfPlace = cells[4];
      }
      if (!ofParagraph.equals(place)) {
        endParagraph(paragraphs, paragraph);
        place = ofParagraph;
      }
      line.append(line.isEmpty() ? "" : " ").append(cells[COLUMNS - 1].strip());
    }
    endLine(paragraph, line);
    endParagraph(paragraphs, paragraph);
    return words == 0 || confidence / words < MIN_MEAN ? List.of() : paragraphs;
  }

  private static void endLine(StringBuilder paragraph, StringBuilder line) {
    if (paragraph.isEmpty() || line.isEmpty()) {
      paragraph.append(line);
    } else if (WrappedLines.startsItem(line.toString())) {
      paragraph.append('\n').append(line);
    } else {
      WrappedLines.join(paragraph, line.toString(), word -> false);
    }
    line.setLength(0);
  }

  private static void endParagraph(List<String> paragraphs, StringBuilder paragraph) {
    if (paragraph.chars().anyMatch(Character::isLetterOrDigit)) {
      paragraphs.add(paragraph.toString());
    }
    paragraph.setLength(0);
  }
}
