package io.passim.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which an English or French question shows that it leans on what was said before. */
final class FollowUpCues {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern CONNECTIVE =
      Pattern.compile("^(?:and|but|so|or|also|then|et|mais|alors|donc)\\b[,\\s]*", FLAGS);

  private static final Pattern ABOUT =
      Pattern.compile("^(?:(?:what|how)\\s+about|qu['’]en\\s+est-il)\\b[,\\s]*", FLAGS);

  /** "There" and "it" that stand for nothing. */
  private static final Pattern EXPLETIVE =
      Pattern.compile(
          "\\b(?:(?:is|are|was|were)(?:n['’]t)?\\s+there|there\\s+(?:is|are|was|were)"
              + "|(?:is|was)\\s+it\\s+(?:possible|necessary|compulsory|mandatory|allowed|permitted"
              + "|forbidden|required|ok|okay|safe|better|worth)"
              + "|it\\s+takes?\\s+(?:to|for|until)"
              + "|il\\s+(?:n['’])?y\\s+a(?:vait)?|il\\s+(?:ne\\s+)?(?:faut|faudra|faudrait|suffit)"
              + "|il\\s+(?:n['’])?est\\s+(?:pas\\s+)?(?:possible|nécessaire|obligatoire|permis|interdit|autorisé))\\b",
          FLAGS);

  /** Verbs that questions have most; "may" would be the month as well, "a" the article. */
  private static final Pattern VERB =
      Pattern.compile(
          "\\b(?:am|is|are|was|were|do|does|did|has|have|had|can|could|must|should|will|would"
              + "|est|sont|était|étaient|sera|ont|peut|peuvent|doit|doivent|faut|qui a|y a|se|s['’])\\b"
              + "|(?:who|what|when|where|why|how)['’]s\\b|\\p{L}-(?:t-)?(?:je|il|elle|on|ils|elles)\\b",
          FLAGS);

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
    String rest = withoutConnective(question);
    Matcher about = ABOUT.matcher(rest);
    if (about.find()) {
      rest = rest.substring(about.end());
    } else if (rest.length() == question.length() || QuestionType.isAsked(rest)) {
      return Optional.empty();
    }
    return Optional.of(withoutQuestionMark(rest)).filter(words -> !words.isEmpty());
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
    List<MatchResult> expletives = EXPLETIVE.matcher(question).results().toList();
    return words(question).stream()
        .filter(word -> PRONOUNS.contains(word.folded()))
        .filter(word -> expletives.stream().noneMatch(word::isWithin))
        .findFirst();
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

    private boolean isWithin(MatchResult match) {
      return match.start() <= start && end <= match.end();
    }
  }
}
