package io.passim.rank;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of answer a question's own words ask for, where they say so. */
enum AnswerType {
  /** A number or a date. */
  NUMBER(
      "how (?:many|much|old|long|far|often|tall|big|large)|when|(?:what|which) (?:year|date|"
          + "century|decade|percentage|percent|time|day|month)|quand|combien|"
          + "(?:en )?quelle (?:année|date|heure)|quel (?:jour|mois|siècle|pourcentage|âge)"),
  /** Somebody or something with a name. */
  NAME("who|whom|whose|where|qui|où"),
  /** The words do not say. */
  OTHER("");

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

  private final Pattern asked;

  AnswerType(String words) {
    this.asked = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.UNICODE_CHARACTER_CLASS);
  }

  static AnswerType of(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    if (NUMBER.asked.matcher(lower).find()) {
      return NUMBER;
    }
    return NAME.asked.matcher(lower).find() ? NAME : OTHER;
  }

  /** 1 if the answer is of this type, -1 if not, 0 if the type says nothing. */
  double fit(String answer) {
    return switch (this) {
      case NUMBER -> isNumeric(answer) ? 1 : -1;
      case NAME -> answer.codePoints().anyMatch(Character::isUpperCase) ? 1 : -1;
      case OTHER -> 0;
    };
  }

  /** Whether a text holds a number, in digits or words, or a date. */
  static boolean isNumeric(String text) {
    return NUMERIC.matcher(text.toLowerCase(Locale.ROOT)).find();
  }
}
