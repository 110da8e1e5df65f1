package io.passim.rank;

import io.passim.document.CharSpan;
import io.passim.document.Passage;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.retrieve.RetrievedPassage;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the calibrator is told of an answer. Pure.
 *
 * <dl>
 *   <dt>{@code score}
 *   <dd>start plus end logit relative to the null span
 *   <dt>{@code margin}
 *   <dd>score minus that of the best other answer, the null answer with its 0 included
 *   <dt>{@code share}
 *   <dd>softmax of the score among all answers and the null answer, 0 to 1
 *   <dt>{@code nullLogit}
 *   <dd>of the window the answer stands in
 *   <dt>{@code retrieval}
 *   <dd>score of its passage relative to the best retrieved, 0 to 1
 *   <dt>{@code lexical}
 *   <dd>BM25 score of its passage per topic word of the question, logarithm of 1 + x
 *   <dt>{@code rank}
 *   <dd>1 / rank of its passage
 *   <dt>{@code coverage}
 *   <dd>BM25 weight of the question's words in its passage, relative to the most that each word has
 *       in any passage read, 0 to 1
 *   <dt>{@code proximity}
 *   <dd>share of the question's topic words that stand in its passage, 0 to 1
 *   <dt>{@code sentence}
 *   <dd>share of them that stand in its sentence, 0 to 1
 *   <dt>{@code echo}
 *   <dd>share of the answer's topic words that the question already has, 0 to 1
 *   <dt>{@code support}
 *   <dd>number of other places that give it, logarithm of 1 + n
 *   <dt>{@code length}
 *   <dd>its length in code units, logarithm
 *   <dt>{@code typeFit}
 *   <dd>1 or -1: whether it is the number or name that was asked for; 0 where the question does not
 *       say
 * </dl>
 */
final class AnswerFeatures {
  static final Set<String> NAMES =
      Set.of(
          "score",
          "margin",
          "share",
          "nullLogit",
          "retrieval",
          "lexical",
          "rank",
          "coverage",
          "proximity",
          "sentence",
          "echo",
          "support",
          "length",
          "typeFit");

  private final List<MergedAnswer> answers;
  private final Set<String> words;
  private final AnswerType type;
  private final Map<String, Double> heaviest = new HashMap<>();

  AnswerFeatures(StandaloneQuestion question, List<MergedAnswer> answers) {
    this.answers = answers;
    this.words = QuestionWords.of(question.text());
    this.type = AnswerType.of(question.text());
    for (MergedAnswer answer : answers) {
      answer
          .best()
          .passage()
          .weights()
          .forEach((word, weight) -> heaviest.merge(word, weight, Math::max));
    }
  }

  /** The features of one of the answers, by name. */
  Map<String, Double> of(MergedAnswer answer) {
    CandidateSpan best = answer.best();
    RetrievedPassage retrieved = best.passage();
    Passage passage = retrieved.passage();
    CharSpan sentence = passage.sentenceAround(best.span());
    Map<String, Double> features = new LinkedHashMap<>();
    features.put("score", answer.score());
    features.put("margin", answer.score() - bestOther(answer));
    features.put("share", share(answer));
    features.put("nullLogit", (double) best.nullLogit());
    features.put("retrieval", retrieved.score());
    features.put("lexical", StrictMath.log1p(retrieved.lexical() / Math.max(1, words.size())));
    features.put("rank", 1.0 / retrieved.rank());
    features.put("coverage", coverage(retrieved.weights()));
    features.put("proximity", QuestionWords.share(words, QuestionWords.of(passage.text())));
    features.put(
        "sentence", QuestionWords.share(words, QuestionWords.of(passage.textAt(sentence))));
    features.put("echo", echo(best.text()));
    features.put("support", StrictMath.log1p(answer.support().size()));
    features.put("length", StrictMath.log(best.span().length()));
    features.put("typeFit", type.fit(best.text()));
    return features;
  }

  private double bestOther(MergedAnswer answer) {
    return answers.stream()
        .filter(other -> !other.equals(answer))
        .mapToDouble(MergedAnswer::score)
        .reduce(0, Math::max);
  }

  private double share(MergedAnswer answer) {
    double highest = answers.stream().mapToDouble(MergedAnswer::score).reduce(0, Math::max);
    double all =
        StrictMath.exp(-highest)
            + answers.stream()
                .sorted(Comparator.comparingDouble(MergedAnswer::score))
                .mapToDouble(other -> StrictMath.exp(other.score() - highest))
                .reduce(0, Double::sum);
    return StrictMath.exp(answer.score() - highest) / all;
  }

  private double coverage(Map<String, Double> weights) {
    double most = sum(heaviest.values());
    return most == 0 ? 0 : sum(weights.values()) / most;
  }

  /** In a fixed order, so that the last bit does not depend on a hash table's. */
  private static double sum(Collection<Double> weights) {
    return weights.stream().sorted().reduce(0.0, Double::sum);
  }

  private double echo(String answer) {
    Set<String> said = QuestionWords.of(answer);
    return said.isEmpty() ? 0 : QuestionWords.share(said, words);
  }
}
