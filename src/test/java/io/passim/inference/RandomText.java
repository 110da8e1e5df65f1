package io.passim.inference;

import java.util.Random;

/** Random texts, biased to what breaks offsets. */
public final class RandomText {
  private static final String[] PIECES = {
    "the",
    "Paris",
    "1998",
    " ",
    " ",
    " ",
    "\n",
    ".",
    ", ",
    "é",
    "e\u0301",
    "ß",
    "İ",
    "ﬁ",
    "😀",
    "👨‍👩‍👧",
    "𝒜",
    "\uD83D",
    "\uDE00",
    "\0",
    "\uFFFD",
    "\u200B",
    "\u202E",
    "שלום",
    "مرحبا",
    "東京",
    "[SEP]",
    "[CLS]",
    "\u00A0",
    "\u3000",
    "(",
    ")",
    "\"",
    "U.S.",
    "don't",
    "e-mail",
    "\t",
    "\u0085"
  };

  private RandomText() {}

  /** A text of that many pieces. */
  public static String of(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(
          random.nextInt(8) == 0
              ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
              : PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
