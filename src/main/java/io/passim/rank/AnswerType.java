package io.passim.rank;

import io.passim.question.QuestionType;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a question asks for, as far as its words tell, and whether an answer can be that. English
 * and French. Pure.
 */
enum AnswerType {
  /** A number, a measure or a price: "how many", "combien", "what percentage". */
  AMOUNT,
  /** A date, a duration or an event: "when", "how long", "à quelle heure". */
  TIME,
  /** Somebody or somewhere: anything but a bare number or date. */
  NAME,
  ANY;

  private static final String WHAT =
      "(?:what|which) (?:(?:is|are|was|were) )?(?:(?:the|my|our) )?(?:\\w+ )?";

  private static final String QUEL =
      "quel(?:le)?s? (?:(?:est|sont|était) )?(?:(?:les?|la|mon|ma|notre) |l['’])?(?:\\w+ )?";

  private static final Pattern ASKS_AMOUNT =
      asking(
          "how (?:far|old|tall|high|deep|wide|large|fast|heavy)",
          WHAT + "(?:percentage|percent|number|amount|age|price|rate|size|weight|height|distance)",
          QUEL + "(?:pourcentage|nombre|montant|âge|prix|taux|taille|poids|hauteur|distance)");

  private static final Pattern ASKS_TIME =
      asking(
          "how (?:long|often|soon)",
          WHAT + "(?:years?|dates?|days?|months?|times?|decade|century|deadline)",
          QUEL + "(?:années?|dates?|jours?|mois|heures?|siècle|délai|durée)");

  private static final Pattern TIME_WORD =
      Pattern.compile(
          "\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|spring|summer|autumn|fall|winter|weeks?|months?|hours?"
              + "|minutes?|annual(?:ly)?|yearly|monthly|weekly|daily|today|tomorrow|now|always|never|immediately|noon"
              + "|midnight|morning|afternoon|evening|night|decades?|centuries|era|period|age|before|after|until|during"
              + "|within|when|while|since|if|once|end|beginning|start|soon|season|early|late|time"
              + "|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|printemps|été|automne|hiver"
              + "|semaines?|mois|heures?|annuel(?:lement)?|mensuel(?:lement)?|aujourd|demain|toujours|jamais|immédiatement"
              + "|midi|minuit|matin|après|soir|nuit|décennies?|siècles?|avant|jusqu|pendant|durant|lors|lorsqu\\w*"
              + "|quand|depuis|dès|si|fin|début|saison|tôt|tard|moment|année)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

  static AnswerType askedFor(String question) {
    return switch (QuestionType.of(question)) {
      case HOW_MANY -> AMOUNT;
      case WHEN -> TIME;
      case WHO, WHERE -> NAME;
      case WHAT, WHICH, OTHER -> byNoun(question);
      case WHY -> ANY;
    };
  }

  boolean fits(String answer) {
    return switch (this) {
      case AMOUNT -> Amounts.isNumeric(answer);
      case TIME ->
          Amounts.isNumeric(answer) || TIME_WORD.matcher(answer.toLowerCase(Locale.ROOT)).find();
      case NAME ->
          LETTERS
              .matcher(answer)
              .results()
              .map(MatchResult::group)
              .anyMatch(word -> !AnswerSense.isArticle(word) && !Amounts.isNumeric(word));
      case ANY -> true;
    };
  }

  private static AnswerType byNoun(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    if (ASKS_TIME.matcher(lower).find()) {
      return TIME;
    }
    return ASKS_AMOUNT.matcher(lower).find() ? AMOUNT : ANY;
  }

  private static Pattern asking(String... alternatives) {
    return Pattern.compile(
        "\\b(?:" + String.join("|", alternatives) + ")\\b", Pattern.UNICODE_CHARACTER_CLASS);
  }
}
