package io.passim.ingest.parse;

/**
 * Tells lists and blocks of links that lead elsewhere in a web site: at least {@value #MANY} links
 * with hardly a word beside them, none of them as long as a sentence, and nothing that ends like
 * one.
 */
final class XhtmlLinks {
  private static final int MANY = 4;
  private static final double MOST = 0.9;

  /** In letters and digits; no name of a page is longer. */
  private static final int MAX_NAME = 60;

  private int links;
  private int inLink;
  private int letters;
  private int lettersOfLinks;
  private int lettersOfLink;
  private boolean sentences;

  void startLink() {
    links++;
    inLink++;
    lettersOfLink = 0;
  }

  void endLink() {
    inLink = Math.max(0, inLink - 1);
  }

  void characters(char[] chars, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (Character.isLetterOrDigit(chars[i])) {
        letters++;
        if (inLink > 0) {
          lettersOfLinks++;
          lettersOfLink++;
        }
      }
    }
    sentences |= lettersOfLink > MAX_NAME;
  }

  /** A block ends, such as an item of the list, which is not blank. */
  void endBlock(CharSequence block) {
    String words = block.toString().strip();
    sentences |= ".?!;…".indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  /** Whether what has come since {@link #clear} leads elsewhere. */
  boolean leadElsewhere() {
    return links >= MANY && !sentences && lettersOfLinks >= MOST * letters;
  }

  /** Another list or block begins. */
  void clear() {
    links = 0;
    letters = 0;
    lettersOfLinks = 0;
    lettersOfLink = 0;
    sentences = false;
  }
}
