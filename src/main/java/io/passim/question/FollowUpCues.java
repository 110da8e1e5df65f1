package io.passim.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which an English or French question shows that it leans on what was said before. */
final class FollowUpCues {
  private static final Pattern CONTINUATION =
      Pattern.compile(
          "^(?:and|but|so|or)\\b[,\\s]*(?:what|how)\\s+about\\b"
              + "|^(?:what|how)\\s+about\\b"
              + "|^(?:and|but|so|also)\\b(?!\\s+(?:who|what|when|where|which|why|how|is|are|do|does|can)\\b)"
              + "|^et\\s+(?:qu['’]en\\s+est-il\\s+)?(?!(?:qui|que|quand|comment|combien|pourquoi|quel)\\b)"
              + "|^(?:qu['’]en\\s+est-il)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern CONNECTIVE =
      Pattern.compile(
          "^(?:and|but|so|also|then|et|mais|alors|donc)\\b[,\\s]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /** Verbs that questions have most; "may" would be the month as well, "a" the article. */
  private static final Pattern VERB =
      Pattern.compile(
          "\\b(?:am|is|are|was|were|do|does|did|has|have|had|can|could|must|should|will|would"
              + "|est|sont|était|étaient|sera|ont|peut|peuvent|doit|doivent|faut|qui a|y a|se|s['’])\\b"
              + "|(?:who|what|when|where|why|how)['’]s\\b|\\p{L}-(?:t-)?(?:je|il|elle|on|ils|elles)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");

  private static final Set<String> PRONOUNS =
      Set.of(
          "it",
          "its",
          "they",
          "them",
          "their",
          "he",
          "she",
          "him",
          "his",
          "her",
          "this",
          "that",
          "these",
          "those",
          "there",
          "il",
          "elle",
          "ils",
          "elles",
          "leur",
          "leurs",
          "celui-ci",
          "celle-ci",
          "cela",
          "ça",
          "ceci",
          "lui");

  private FollowUpCues() {}

  /** What follows "and", "what about", "et" when nothing else of a question is there. */
  static Optional<String> continuation(String question) {
    Matcher matcher = CONTINUATION.matcher(question);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String rest = withoutQuestionMark(question.substring(matcher.end()));
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
  }

  /** The question without a leading "and" or "mais". */
  static String withoutConnective(String question) {
    return CONNECTIVE.matcher(question).replaceFirst("");
  }

  static String withoutQuestionMark(String question) {
    return question.replaceFirst("[\\s?!.\u00a0\u202f]+$", "").strip();
  }

  /** Whether there is a verb, which "How many days?" and "At what time?" leave out. */
  static boolean hasVerb(String question) {
    return VERB.matcher(question).find();
  }

  /** The first pronoun that stands for something said before. */
  static Optional<Word> pronoun(String question) {
    return words(question).stream().filter(word -> PRONOUNS.contains(word.folded())).findFirst();
  }

  static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), matcher.start(), matcher.end()));
    }
    return words;
  }

  /** A word and where it stands in the question. */
  record Word(String text, int start, int end) {
    String folded() {
      return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
  }
}
