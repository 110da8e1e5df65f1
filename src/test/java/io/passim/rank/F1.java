package io.passim.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Overlap of words between two answers (Rajpurkar et al., <i>SQuAD</i>, 2016). */
final class F1 {
  private F1() {}

  /** 0 to 1; 1 for an exact match after normalisation. */
  static double of(String answer, String reference) {
    List<String> said = words(answer);
    List<String> left = new ArrayList<>(words(reference));
    int wanted = left.size();
    int common = (int) said.stream().filter(left::remove).count();
    return common == 0 ? 0 : 2.0 * common / (said.size() + wanted);
  }

  private static List<String> words(String text) {
    return Arrays.asList(AnswerText.normalise(text).split(" ", -1));
  }
}
