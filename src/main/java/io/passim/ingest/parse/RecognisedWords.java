package io.passim.ingest.parse;

import io.passim.document.RecognisedWord;
import java.util.ArrayList;
import java.util.List;

/**
 * Tesseract's table of words → paragraphs, and where their words stand. Its columns: level, page,
 * block, paragraph, line, word, left, top, width, height (in pixels of the picture), confidence (0
 * to 100) and the word.
 */
final class RecognisedWords {
  private static final int COLUMNS = 12;
  private static final int LEFT = 6;
  private static final int TOP = 7;
  private static final int WIDTH = 8;
  private static final int HEIGHT = 9;
  private static final int CONFIDENCE = 10;

  /** A word that Tesseract is less sure of than this is a speck or a part of a picture. */
  private static final double MIN_CONFIDENCE = 30;

  /** Words of a picture without text look like words now and then, but not surely so. */
  private static final double MIN_MEAN = 45;

  /** A hundred-thousandth of a page is less than a hundredth of a point. */
  private static final float STEPS = 100_000;

  private final int width;
  private final int height;
  private final List<String> paragraphs = new ArrayList<>();
  private final List<RecognisedWord> words = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private String place = "";
  private String lineOfPlace = "";
  private int lines;
  private int wordsBeforeParagraph;
  private double confidence;
  private int counted;

  private RecognisedWords(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * What was read; nothing if there is hardly a word among what was found.
   *
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   */
  static RecognisedPage page(List<String> table, int width, int height) {
    RecognisedWords read = new RecognisedWords(width, height);
    for (String row : table) {
      String[] cells = row.split("\t", COLUMNS);
      if (cells.length == COLUMNS && cells[0].equals("5") && !cells[COLUMNS - 1].isBlank()) {
        read.add(cells);
      }
    }
    return read.page();
  }

  private void add(String[] cells) {
    double sure = Double.parseDouble(cells[CONFIDENCE]);
    if (sure < MIN_CONFIDENCE) {
      return;
    }
    confidence += sure;
    counted++;
    String ofParagraph = String.join(" ", cells[1], cells[2], cells[3]);
    if (!cells[4].equals(lineOfPlace) || !ofParagraph.equals(place)) {
      endLine();
      lineOfPlace = cells[4];
      lines++;
    }
    if (!ofParagraph.equals(place)) {
      endParagraph();
      place = ofParagraph;
    }
    line.append(line.isEmpty() ? "" : " ").append(cells[COLUMNS - 1].strip());
    place(cells);
  }

  private void place(String[] cells) {
    String word = TextCleaner.cleanLine(cells[COLUMNS - 1]);
    if (word.isEmpty()) {
      return;
    }
    float left = part(Integer.parseInt(cells[LEFT]), width);
    float top = part(Integer.parseInt(cells[TOP]), height);
    float right = part(Integer.parseInt(cells[LEFT]) + Integer.parseInt(cells[WIDTH]), width);
    float bottom = part(Integer.parseInt(cells[TOP]) + Integer.parseInt(cells[HEIGHT]), height);
    words.add(
        new RecognisedWord(word, lines, left, top, rounded(right - left), rounded(bottom - top)));
  }

  private RecognisedPage page() {
    endLine();
    endParagraph();
    return counted == 0 || confidence / counted < MIN_MEAN
        ? RecognisedPage.EMPTY
        : new RecognisedPage(paragraphs, words);
  }

  private void endLine() {
    if (paragraph.isEmpty() || line.isEmpty()) {
      paragraph.append(line);
    } else if (WrappedLines.startsItem(line.toString())) {
      paragraph.append('\n').append(line);
    } else {
      WrappedLines.join(paragraph, line.toString(), word -> false);
    }
    line.setLength(0);
  }

  private void endParagraph() {
    if (paragraph.chars().anyMatch(Character::isLetterOrDigit)) {
      paragraphs.add(paragraph.toString());
    } else {
      words.subList(wordsBeforeParagraph, words.size()).clear();
    }
    wordsBeforeParagraph = words.size();
    paragraph.setLength(0);
  }

  private static float part(int pixels, int of) {
    return rounded(Math.clamp((float) pixels / of, 0, 1));
  }

  private static float rounded(float part) {
    return Math.round(part * STEPS) / STEPS;
  }
}
