package io.passim.evaluate;

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

  /** Asks for yes or no, and holds a word that does not ask by itself. */
  private static final String YES_OR_NO = "(?<![’'\\w])est[- ]ce (?:que\\b|qu['’])";

  private static final Pattern ASKING =
      Pattern.compile(
          YES_OR_NO + "|" + alternatives("en", false) + "|" + alternatives("fr", true),
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

  private final String english;
  private final String french;

  QuestionType(String english, String french) {
    this.english = english;
    this.french = french;
  }

  /** {@link #OTHER} if no word asks. */
  public static QuestionType of(String question) {
    Matcher matcher = ASKING.matcher(question);
    while (matcher.find()) {
      for (QuestionType type : values()) {
        if (matcher.group(group("en", type)) != null || matcher.group(group("fr", type)) != null) {
          return type;
        }
      }
    }
    return OTHER;
  }

  /** {@code en} or {@code fr} after the first word that asks; empty if none does. */
  static Optional<String> languageOf(String question) {
    Matcher matcher = ASKING.matcher(question);
    if (!matcher.find()) {
      return Optional.empty();
    }
    boolean english =
        Arrays.stream(values()).anyMatch(type -> matcher.group(group("en", type)) != null);
    return Optional.of(english ? "en" : "fr");
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
