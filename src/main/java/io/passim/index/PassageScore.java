package io.passim.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search knows of a candidate without its text.
 *
 * @param lexical BM25 score over title, heading and body, pairs of words included; at least 0
 * @param similarity cosine of the passage's vector and the question's, -1 to 1; null if either has
 *     none
 * @param terms what each word and pair of words of the query gave of the lexical score, heaviest
 *     first
 */
public record PassageScore(double lexical, @Nullable Double similarity, List<TermWeight> terms) {
  public PassageScore {
    terms = List.copyOf(terms);
  }
}
