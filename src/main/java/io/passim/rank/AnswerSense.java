package io.passim.rank;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an answer says in English or French, as far as its words tell: without articles, accents and
 * the "s" of plurals, numbers in digits, months and units in one language. Pure.
 */
record AnswerSense(Set<String> words) {
  private static final Pattern WORD =
      Pattern.compile("\\p{Nd}+(?:[.,:]\\p{Nd}+)*|\\p{L}+|[%°$€£+#]");
  private static final Pattern MARK = Pattern.compile("\\p{M}");
  private static final Pattern ELISION = Pattern.compile("\\b[ld]['’]");
  private static final Pattern ORDINAL =
      Pattern.compile("(?<=\\p{Nd})(?:st|nd|rd|th|er|re|e|eme|nde)\\b");
  private static final Pattern THOUSANDS =
      Pattern.compile("(?<=\\b\\p{Nd}{1,3})[, \\u00a0\\u202f](?=\\p{Nd}{3}\\b)");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<=\\p{Nd}),(?=\\p{Nd})");

  /** Words so short keep their "s". */
  private static final int SHORTEST_SINGULAR = 3;

  private static final Set<String> ARTICLES =
      Set.of("a", "an", "the", "le", "la", "les", "un", "une", "des");
  private static final Set<String> INDEFINITE = Set.of("a", "an", "un", "une");

  /** What makes another answer of one. */
  private static final Set<String> TURNING =
      Set.of(
          "not", "no", "never", "without", "except", "half", "quarter", "ne", "non", "pas",
          "jamais", "aucun", "aucune", "sans", "sauf", "demi", "demie", "quart");

  private static final Map<String, String> MEASURES = measures();

  AnswerSense {
    words = Set.copyOf(words);
  }

  /** Whether a word is an article, which says nothing. */
  static boolean isArticle(String word) {
    return ARTICLES.contains(word.toLowerCase(Locale.ROOT));
  }

  static AnswerSense of(String answer) {
    Set<String> words =
        counted(NumberWords.inDigits(split(answer))).stream()
            .filter(word -> !ARTICLES.contains(word))
            .map(AnswerSense::plain)
            .collect(Collectors.toSet());
    return new AnswerSense(words.isEmpty() ? Set.of(answer) : words);
  }

  /**
   * Whether both can be right: one only says more than the other ("20 days of leave", "20 days"),
   * or they give the same measure ("25 working days", "25 days of leave"), and neither denies or
   * halves what the other says.
   */
  boolean agreesWith(AnswerSense other) {
    return among(TURNING).equals(other.among(TURNING))
        && (words.containsAll(other.words)
            || other.words.containsAll(words)
            || isSameMeasure(other));
  }

  private boolean isSameMeasure(AnswerSense other) {
    Set<String> numbers = numbers();
    Set<String> measures = among(MEASURES.values());
    return !numbers.isEmpty()
        && !measures.isEmpty()
        && numbers.equals(other.numbers())
        && measures.equals(other.among(MEASURES.values()));
  }

  private Set<String> among(Collection<String> some) {
    return words.stream().filter(some::contains).collect(Collectors.toSet());
  }

  private Set<String> numbers() {
    return words.stream()
        .filter(word -> Character.isDigit(word.charAt(0)))
        .collect(Collectors.toSet());
  }

  private static List<String> split(String answer) {
    String folded =
        MARK.matcher(Normalizer.normalize(answer, Normalizer.Form.NFD).toLowerCase(Locale.ROOT))
            .replaceAll("");
    String words = ELISION.matcher(folded).replaceAll("");
    String plain = THOUSANDS.matcher(ORDINAL.matcher(words).replaceAll("")).replaceAll("");
    return WORD.matcher(DECIMAL_COMMA.matcher(plain).replaceAll("."))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** "A day" begins with a number, and "1 an" ends with no article. */
  private static List<String> counted(List<String> words) {
    List<String> counted = new ArrayList<>(words);
    if (words.size() > 1
        && INDEFINITE.contains(words.getFirst())
        && MEASURES.containsKey(words.get(1))) {
      counted.set(0, "1");
    }
    for (int at = 1; at < words.size(); at++) {
      if (words.get(at).equals("an") && Character.isDigit(counted.get(at - 1).charAt(0))) {
        counted.set(at, "ans");
      }
    }
    return counted;
  }

  private static String plain(String word) {
    boolean isPlural =
        word.length() > SHORTEST_SINGULAR
            && word.endsWith("s")
            && !TURNING.contains(word)
            && !MEASURES.containsKey(word);
    String singular = isPlural ? word.substring(0, word.length() - 1) : word;
    return MEASURES.getOrDefault(singular, singular);
  }

  /** Units and months by their names in both languages. */
  private static Map<String, String> measures() {
    Map<String, String> measures = new HashMap<>();
    for (String names :
        List.of(
            "day jour",
            "week semaine",
            "month mois",
            "year an ans annee",
            "hour heure",
            "minute",
            "% percent pourcent",
            "° degree degre",
            "€ euro",
            "$ dollar",
            "£ pound livre",
            "january janvier",
            "february fevrier",
            "march mars",
            "april avril",
            "may mai",
            "june juin",
            "july juillet",
            "august aout",
            "september septembre",
            "october octobre",
            "november novembre",
            "december decembre")) {
      String[] all = names.split(" ", -1);
      for (String name : all) {
        measures.put(name, all[0]);
      }
    }
    return Map.copyOf(measures);
  }
}
