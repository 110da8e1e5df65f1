package io.passim.question;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question asks for, by the first word that asks, English or French. */
public enum QuestionType {
  WHO("who|whom|whose", "qui"),
  WHEN("when", "quand"),
  WHERE("where", "où"),
  HOW_MANY("how (?:many|much)", "combien"),
  WHAT("what", "qu['’]est|que|quoi"),
  WHY("why", "pourquoi"),
  WHICH("which", "(?:les?|la|des?|du|aux?)?quel(?:le)?s?"),
  OTHER("how", "comment");

  /** Asks for yes or no, whatever words that ask come later: "Am I paid when I am ill?" */
  private static final String YES_OR_NO =
      "(?<![’'\\w])est[- ]ce (?:que\\b|qu['’])"
          + "|(?<english>(?:^|[.!?,;:]\\s+)(?:am|is|are|was|were|do|does|did|has|have|had|can|could|may|must|should"
          + "|will|would) (?!you\\b|i (?:ask|know)\\b))";

  private static final Pattern ASKING =
      Pattern.compile(
          YES_OR_NO + "|" + alternatives("en", false) + "|" + alternatives("fr", true),
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

  private static final String PREPOSITION =
      "(?:at|by|for|from|in|of|on|since|to|with|à|avec|dans|de|depuis|en|jusqu['’]à|par|pour|sur)";

  /** Asks from its beginning or after a comma, or by the order of its words. */
  private static final Pattern ASKED =
      Pattern.compile(
          YES_OR_NO
              + "|^(?:can|could|do|does|did|have|may|will|would) (?:you|i)\\b"
              + "|(?:^|[.!?,;:]\\s+)(?:"
              + PREPOSITION
              + "\\s+)?(?:"
              + alternatives("en", false)
              + "|"
              + alternatives("fr", true)
              + ")|\\p{L}-(?:t-)?(?:je|il|elle|on|ils|elles)\\b",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

  private final String english;
  private final String french;

  QuestionType(String english, String french) {
    this.english = english;
    this.french = french;
  }

  /** {@link #OTHER} if no word asks, or the question is for yes or no. */
  public static QuestionType of(String question) {
    Matcher matcher = ASKING.matcher(question.strip());
    if (!matcher.find()) {
      return OTHER;
    }
    return Arrays.stream(values())
        .filter(type ->
            matcher.group(group("en", type)) != null || matcher.group(group("fr", type)) != null)
        .findFirst()
        .orElse(OTHER);
  }

  /** {@code en} or {@code fr} after the first words that ask; empty if none do. */
  public static Optional<String> languageOf(String question) {
    Matcher matcher = ASKING.matcher(question.strip());
    if (!matcher.find()) {
      return Optional.empty();
    }
    boolean english =
        matcher.group("english") != null
            || Arrays.stream(values()).anyMatch(type -> matcher.group(group("en", type)) != null);
    return Optional.of(english ? "en" : "fr");
  }

  /**
   * Whether this is a question of its own: "when does it open?", not "for those who came later".
   */
  static boolean isAsked(String question) {
    return ASKED.matcher(question.strip()).find();
  }

  private static String alternatives(String language, boolean french) {
    StringBuilder all = new StringBuilder();
    for (QuestionType type : values()) {
      all.append(all.isEmpty() ? "" : "|")
          .append("(?<")
          .append(group(language, type))
          .append(">\\b(?:")
          .append(french ? type.french : type.english)
          .append(")\\b)");
    }
    return all.toString();
  }

  private static String group(String language, QuestionType type) {
    return language + type.name().replace("_", "");
  }
}
