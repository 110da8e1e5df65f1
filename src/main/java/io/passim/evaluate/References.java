package io.passim.evaluate;

import java.util.List;
import java.util.OptionalInt;

/**
 * Tells which texts hold one of a question's reference answers, both by SQuAD's rules: as whole
 * words that stand together.
 */
final class References {
  private final List<String> wanted;

  References(List<String> references) {
    wanted =
        references.stream()
            .map(SquadScore::normalise)
            .filter(reference -> !reference.isEmpty())
            .map(reference -> " " + reference + " ")
            .toList();
  }

  /** Place of the first text that holds one, from 0; empty if none does. */
  OptionalInt firstIn(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      if (areIn(texts.get(i))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private boolean areIn(String text) {
    String words = " " + SquadScore.normalise(text) + " ";
    return wanted.stream().anyMatch(words::contains);
  }
}
