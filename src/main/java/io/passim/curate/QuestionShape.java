package io.passim.curate;

import io.passim.question.QuestionKey;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What two questions must share to be one: the kind of thing that is asked for and the content
 * words, in any order; and what they must not say each in another way: whether something may, must
 * or will be, and whose it is. Vectors alone find "When does the canteen open?" and "… close?" more
 * alike than most paraphrases.
 *
 * @param kind such as {@code when}; {@code what} if nothing more is known
 * @param words without accents and endings of the plural; numbers and negations among them
 * @param modals the first of each class of {@link #MODALS} that is there
 * @param owners likewise of {@link #OWNERS}
 */
record QuestionShape(String kind, Set<String> words, Set<String> modals, Set<String> owners) {
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

  /** Verbs of permission or ability, of obligation, and of the future. */
  private static final Map<String, String> MODALS =
      classes(
          "may might can could puis peux peut pouvons pouvez peuvent",
          "must shall should dois doit devons devez doivent faut",
          "will would");

  /** Possessives of who asks or is asked, and of others. */
  private static final Map<String, String> OWNERS =
      classes(
          "my mine our ours your yours mon ma mes notre nos votre vos",
          "his her hers their theirs son sa ses leur leurs");

  private static final Pattern HAVE_TO = Pattern.compile("\\b(?:have|has|had) to\\b");

  /** What a question has whatever it is about. Negations are not among these. */
  private static final Set<String> FUNCTION_WORDS =
      Set.copyOf(
          List.of(
              ("a an the of in on at to for from by with and or is are was were be been being am do"
                      + " does did done has have had having i me we us you he him she it its they them"
                      + " this that these those there here as if so than then please what which s re ve"
                      + " ll le la les l un une des du de d en au aux et ou est sont etait etaient sera"
                      + " seront etre ete ai as avons avez ont avoir je j m nous vous il ils elle elles"
                      + " on se ce c cet cette ces que qu quoi quel quelle quels quelles dans sur pour"
                      + " par avec y ne n t")
                  .split(" ", -1)));

  private static final Pattern NEGATION = Pattern.compile("n't\\b");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+[+#]*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final String FROM = "from";
  private static final int SHORTEST_PLURAL = 4;

  QuestionShape {
    words = Set.copyOf(words);
    modals = Set.copyOf(modals);
    owners = Set.copyOf(owners);
  }

  static QuestionShape of(String question) {
    String text = NEGATION.matcher(QuestionKey.normalise(question)).replaceAll(" not");
    text = HAVE_TO.matcher(text).replaceAll("must");
    for (Kind kind : KINDS) {
      Matcher asked = kind.pattern().matcher(text);
      if (asked.find()) {
        return of(kind.name(), asked.replaceFirst(" "));
      }
    }
    return of("what", text);
  }

  private static QuestionShape of(String kind, String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    List<String> all = WORD.matcher(bare).results().map(MatchResult::group).toList();
    return new QuestionShape(
        kind, contentWords(all), classesIn(all, MODALS), classesIn(all, OWNERS));
  }

  /** Whether both may be one question. One that leaves open what the other says does not differ. */
  boolean isLike(QuestionShape other) {
    return kind.equals(other.kind)
        && words.equals(other.words)
        && agree(modals, other.modals)
        && agree(owners, other.owners);
  }

  private static boolean agree(Set<String> some, Set<String> others) {
    return some.isEmpty() || others.isEmpty() || some.equals(others);
  }

  /** Whether it says enough to be recognised by. */
  boolean isTelling() {
    return !words.isEmpty();
  }

  /** The way from one place to another is not the way back, so the first keeps its "from". */
  private static Set<String> contentWords(List<String> all) {
    boolean isWay = all.contains(FROM) && all.contains("to");
    Set<String> words = new HashSet<>();
    String before = "";
    for (String word : all) {
      if (isWay && word.equals(FROM)) {
        before = FROM + ' ';
      } else if (!FUNCTION_WORDS.contains(word)
          && !MODALS.containsKey(word)
          && !OWNERS.containsKey(word)) {
        words.add(before + singular(word));
        before = "";
      }
    }
    return words;
  }

  private static Set<String> classesIn(List<String> all, Map<String, String> classes) {
    return all.stream().filter(classes::containsKey).map(classes::get).collect(Collectors.toSet());
  }

  /** Each word with the first of its class. */
  private static Map<String, String> classes(String... classes) {
    Map<String, String> first = new HashMap<>();
    for (String words : classes) {
      String[] all = words.split(" ", -1);
      for (String word : all) {
        first.put(word, all[0]);
      }
    }
    return Map.copyOf(first);
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
