package io.passim.rank;

import java.text.BreakIterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text that carry its topic. Words are compared by their beginnings, which is
 * stemming enough to count how many of a question's words a sentence takes up.
 */
final class QuestionWords {
  private static final int STEM = 5;
  private static final String ENGLISH =
      "a an the of in on at to for from by with as and or is are was were be been "
          + "being do does did has have had can could may might will would shall should "
          + "must what which who whom whose when where why how many much it its this that "
          + "these those there their they he she his her i my me we our us you your if than "
          + "about";
  private static final String FRENCH =
      "le la les l un une des du de d à au aux en dans sur pour par avec et ou est "
          + "sont était étaient être a-t ont avait il elle ils elles ce cette ces cet qui "
          + "que qu quoi quel quelle quels quelles quand où comment combien pourquoi se s "
          + "son sa ses leur leurs je mon ma mes nous nos vous vos t y ne n pas";
  private static final Set<String> FUNCTION_WORDS =
      Set.copyOf(List.of((ENGLISH + " " + FRENCH).split(" ", -1)));

  private QuestionWords() {}

  /** Beginnings of the topic words, in order. */
  static Set<String> of(String text) {
    BreakIterator boundaries = BreakIterator.getWordInstance(Locale.ROOT);
    String lower = text.toLowerCase(Locale.ROOT).replace('’', ' ').replace('\'', ' ');
    boundaries.setText(lower);
    Set<String> words = new LinkedHashSet<>();
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      String word = lower.substring(start, end);
      if (word.codePoints().anyMatch(Character::isLetterOrDigit)
          && !FUNCTION_WORDS.contains(word)) {
        words.add(stem(word));
      }
      start = end;
    }
    return words;
  }

  private static String stem(String word) {
    int length = word.codePointCount(0, word.length());
    return length <= STEM ? word : word.substring(0, word.offsetByCodePoints(0, STEM));
  }

  /** Share of {@code wanted} that is among {@code present}, 0 to 1; 1 if nothing is wanted. */
  static double share(Set<String> wanted, Set<String> present) {
    if (wanted.isEmpty()) {
      return 1;
    }
    return (double) wanted.stream().filter(present::contains).count() / wanted.size();
  }
}
