package io.passim.rank;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells numbers and dates from other answers, in English and French. */
final class Amounts {
  private static final Pattern NUMERIC =
      Pattern.compile(
          "\\p{N}|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|"
              + "thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|"
              + "half|once|twice|first|second|third|january|february|march|april|may|june|july|"
              + "august|september|october|november|december|century|year|years|day|days|"
              + "deux|trois|quatre|cinq|sept|huit|neuf|dix|vingt|trente|cent|mille|"
              + "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
              + "décembre|siècle|an|ans|jour|jours)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Amounts() {}

  /** Whether a text holds a number, in digits or words, or a date. */
  static boolean isNumeric(String text) {
    return NUMERIC.matcher(text.toLowerCase(Locale.ROOT)).find();
  }
}
