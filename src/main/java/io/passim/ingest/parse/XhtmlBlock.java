package io.passim.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/** The words of a paragraph, item or row of XHTML as they come, and how they are set. */
final class XhtmlBlock {
  private static final int MAX_BOLD_HEADING = 120;

  /** No paragraph is as long; further ones end behind it. */
  private static final int MAX_PAGES = 16;

  private final StringBuilder words = new StringBuilder();

  /** Where in the words pages end. */
  private final List<Integer> pageEnds = new ArrayList<>();

  private int preformatted;
  private int bold;
  private int lettersNotBold;

  void startPreformatted() {
    preformatted++;
  }

  void endPreformatted() {
    preformatted--;
  }

  void startBold() {
    bold++;
  }

  void endBold() {
    bold--;
  }

  /** What the file says: a line ends where it does only in what is preformatted. */
  void characters(char[] chars, int start, int length) {
    for (int i = start; i < start + length; i++) {
      words.append(chars[i] == '\n' && preformatted == 0 ? ' ' : chars[i]);
      lettersNotBold += bold == 0 && Character.isLetterOrDigit(chars[i]) ? 1 : 0;
    }
  }

  /** What the markup stands for. */
  void append(String mark) {
    words.append(mark);
  }

  /**
   * A page ends here.
   *
   * @return false, and nothing noted, where it ends before the block or is one too many
   */
  boolean breakPage() {
    if (isBlank() || pageEnds.size() == MAX_PAGES) {
      return false;
    }
    pageEnds.add(words.length());
    return true;
  }

  /** For each page that ended within the block, the words that stand behind its end. */
  List<String> behindPageEnds() {
    return pageEnds.stream().map(words::substring).toList();
  }

  CharSequence words() {
    return words;
  }

  int length() {
    return words.length();
  }

  /** Also true for a row of empty cells. */
  boolean isBlank() {
    return words
        .chars()
        .allMatch(c -> c == '|' || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** Whether all letters and digits since {@link #countNotBold} or the last block are bold. */
  boolean isBold() {
    return lettersNotBold == 0;
  }

  /** Lets {@link #isBold} speak of what comes now. */
  void countNotBold() {
    lettersNotBold = 0;
  }

  /** Whether it is short, in bold and no sentence; not to be asked of a blank one. */
  boolean looksLikeHeading() {
    String line = words.toString().strip();
    return isBold()
        && line.length() <= MAX_BOLD_HEADING
        && line.chars().anyMatch(Character::isLetter)
        && ".,;:".indexOf(line.charAt(line.length() - 1)) < 0
        && !WrappedLines.startsBullet(line);
  }

  /** The next block begins. */
  void clear() {
    words.setLength(0);
    pageEnds.clear();
    lettersNotBold = 0;
  }
}
