package io.passim.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Exact match and F1 of an answer by the rules of SQuAD's own scorer, version 2.0 (Rajpurkar et
 * al., <i>Know What You Don't Know</i>, 2018): both sides in lower case, without ASCII punctuation,
 * the articles <i>a</i>, <i>an</i>, <i>the</i> and extra white space; the best reference counts.
 *
 * @param f1 overlap of words, 0 to 1
 */
public record SquadScore(boolean exact, double f1) {
  /** The F1 from which an answer counts as right. */
  public static final double RIGHT = 0.8;

  private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
  private static final Pattern ARTICLE =
      Pattern.compile("\\b(?:a|an|the)\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * Scores an answer.
   *
   * @param answer empty for an abstention
   * @param references empty if the question has no answer; those of which nothing is left by the
   *     rules do not count
   */
  public static SquadScore of(String answer, List<String> references) {
    String said = normalise(answer);
    List<String> wanted =
        references.stream()
            .map(SquadScore::normalise)
            .filter(reference -> !reference.isEmpty())
            .toList();
    if (wanted.isEmpty()) {
      return new SquadScore(said.isEmpty(), said.isEmpty() ? 1 : 0);
    }
    return new SquadScore(
        wanted.contains(said),
        wanted.stream().mapToDouble(reference -> f1(said, reference)).max().orElse(0));
  }

  /** Whether the answer counts as right. */
  public boolean right() {
    return f1 >= RIGHT;
  }

  /** Words divided by single spaces; may be empty. */
  static String normalise(String text) {
    String words = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return SPACE.matcher(ARTICLE.matcher(words).replaceAll(" ")).replaceAll(" ").strip();
  }

  private static double f1(String said, String wanted) {
    if (said.isEmpty()) {
      return 0;
    }
    List<String> words = words(said);
    List<String> left = new ArrayList<>(words(wanted));
    int total = words.size() + left.size();
    long common = words.stream().filter(left::remove).count();
    return 2.0 * common / total;
  }

  private static List<String> words(String normalised) {
    return List.of(normalised.split(" ", -1));
  }
}
