package io.passim.curate;

import io.passim.question.QuestionKey;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two questions must share to be one: the kind of thing that is asked for and the content
 * words, in any order. Vectors alone find "When does the canteen open?" and "… close?" more alike
 * than most paraphrases.
 *
 * @param kind such as {@code when}; {@code what} if nothing more is known
 * @param words without accents and endings of the plural; numbers and negations among them
 */
record QuestionShape(String kind, Set<String> words) {
  private static final List<Kind> KINDS =
      List.of(
          kind(
              "when",
              "when|(?:in |at |on )?(?:what|which) (?:time|day|date|year|month)|quand"
                  + "|(?:à |en |a )?quelles? (?:heures?|dates?|années?)|quel (?:jour|mois)"),
          kind("where", "where|où"),
          kind("who", "who|whom|whose|qui est-ce qui|qui"),
          kind("why", "why|pourquoi"),
          kind("how long", "how long|combien de temps"),
          kind("how often", "how often|combien de fois"),
          kind("how many", "how many|how much|combien"),
          kind("how", "how|comment"));

  /** What a question has whatever it is about. Negations are not among these. */
  private static final Set<String> FUNCTION_WORDS =
      Set.copyOf(
          List.of(
              ("a an the of in on at to for from by with and or is are was were be been being am do"
                      + " does did done has have had having can could may might will would shall should"
                      + " must i me my mine we us our ours you your yours he him his she her hers it its"
                      + " they them their theirs this that these those there here as if so than then"
                      + " please what which s re ve ll le la les l un une des du de d en au aux et ou"
                      + " est sont etait etaient sera seront etre ete ai as avons avez ont avoir peut"
                      + " peuvent puis je j m mon ma mes nous notre nos vous votre vos il ils elle elles"
                      + " on se son sa ses leur leurs ce c cet cette ces que qu quoi quel quelle quels"
                      + " quelles dans sur pour par avec y ne n t")
                  .split(" ", -1)));

  private static final Pattern NEGATION = Pattern.compile("n't\\b");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+[+#]*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int SHORTEST_PLURAL = 4;

  QuestionShape {
    words = Set.copyOf(words);
  }

  static QuestionShape of(String question) {
    String text = NEGATION.matcher(QuestionKey.normalise(question)).replaceAll(" not");
    for (Kind kind : KINDS) {
      Matcher asked = kind.pattern().matcher(text);
      if (asked.find()) {
        return new QuestionShape(kind.name(), words(asked.replaceFirst(" ")));
      }
    }
    return new QuestionShape("what", words(text));
  }

  /** Whether it says enough to be recognised by. */
  boolean isTelling() {
    return !words.isEmpty();
  }

  private static Set<String> words(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(bare);
    while (matcher.find()) {
      if (!FUNCTION_WORDS.contains(matcher.group())) {
        words.add(singular(matcher.group()));
      }
    }
    return words;
  }

  private static String singular(String word) {
    if (word.length() < SHORTEST_PLURAL || word.endsWith("ss")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.endsWith("s") || word.endsWith("x") ? word.substring(0, word.length() - 1) : word;
  }

  private static Kind kind(String name, String alternatives) {
    return new Kind(
        name, Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.UNICODE_CHARACTER_CLASS));
  }

  /** A way to ask, and what it is recognised by. */
  private record Kind(String name, Pattern pattern) {}
}
