package io.passim.rank;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells numbers and dates from other answers, in English and French. */
final class Amounts {
  /** Number words that are as often none, each counted below where it is one. */
  private static final Set<String> AMBIGUOUS =
      Set.of("one", "first", "second", "premier", "premiere");

  private static final String ONE =
      "(?<!\\b(?:no|the|this|that|which|each|every) )one(?! (?:of|another)\\b|['’]s)";
  private static final String FIRST = "first(?![- ](?:aid|name|class|hand))";

  /** "A second opinion" is another one, "a second" an amount. */
  private static final String SECOND = "(?<!\\ba )second(?!-hand)|(?<=\\ba )second(?![- ]?\\p{L})";

  /** An article in English. */
  private static final String FRENCH_YEAR = "(?<=\\b(?:un|par|chaque) |\\bl['’])an|ans";

  /** "Employees may carry over" is no month. */
  private static final String MAY = "(?-i:May|MAY)";

  private static final Pattern NUMERIC =
      Pattern.compile(
          "\\p{N}|\\b(?:million|billion|half|once|twice|january|february|march|april|june|july|"
              + "august|september|october|november|december|century|years?|days?|"
              + "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
              + "décembre|siècle|jours?|"
              + String.join("|", ONE, FIRST, SECOND, FRENCH_YEAR, MAY, numberWords())
              + ")\\b",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

  private Amounts() {}

  /** Whether a text holds a number, in digits or words, or a date. */
  static boolean isNumeric(String text) {
    return NUMERIC.matcher(text).find();
  }

  private static String numberWords() {
    return NumberWords.all().stream()
        .filter(word -> !AMBIGUOUS.contains(word))
        .sorted()
        .collect(Collectors.joining("|"));
  }
}
