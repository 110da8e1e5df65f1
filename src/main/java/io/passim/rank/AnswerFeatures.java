package io.passim.rank;

import io.passim.document.CharSpan;
import io.passim.document.Passage;
import io.passim.question.StandaloneQuestion;
import io.passim.read.CandidateSpan;
import io.passim.retrieve.RetrievedPassage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the calibrator is told of an answer. Pure.
 *
 * <dl>
 *   <dt>{@code score}
 *   <dd>start plus end logit relative to the null span
 *   <dt>{@code share}
 *   <dd>softmax of the score among all answers and the null answer, 0 to 1
 *   <dt>{@code retrieval}
 *   <dd>score of its passage relative to the best retrieved, 0 to 1
 *   <dt>{@code similarity}
 *   <dd>cosine of its passage's vector and the question's, missing if either has none
 *   <dt>{@code sentence}
 *   <dd>share of the question's topic words that stand in its sentence, 0 to 1
 *   <dt>{@code support}
 *   <dd>number of other places that give it, logarithm of 1 + n
 *   <dt>{@code length}
 *   <dd>its length in code units, logarithm
 *   <dt>{@code english}
 *   <dd>1 if its passage is in English, else 0: a reader is surer in one language than in another
 *   <dt>{@code type}
 *   <dd>1 if it can be what the question asks for, a date where one is asked for; else 0
 * </dl>
 */
final class AnswerFeatures {
  static final Set<String> NAMES =
      Set.of(
          "score",
          "share",
          "retrieval",
          "similarity",
          "sentence",
          "support",
          "length",
          "english",
          "type");

  private static final String ENGLISH = "en";

  private final List<MergedAnswer> answers;
  private final Set<String> words;
  private final AnswerType type;

  AnswerFeatures(StandaloneQuestion question, List<MergedAnswer> answers) {
    this.answers = List.copyOf(answers);
    this.words = QuestionWords.of(question.text());
    this.type = AnswerType.askedFor(question.text());
  }

  /** The features of one of the answers, by name; null where one is missing. */
  Map<String, @Nullable Double> of(MergedAnswer answer) {
    CandidateSpan best = answer.best();
    RetrievedPassage retrieved = best.passage();
    Passage passage = retrieved.passage();
    CharSpan sentence = passage.sentenceAround(best.span());
    Map<String, @Nullable Double> features = new LinkedHashMap<>();
    features.put("score", answer.score());
    features.put("share", share(answer));
    features.put("retrieval", retrieved.score());
    features.put("similarity", retrieved.dense());
    features.put(
        "sentence", QuestionWords.share(words, QuestionWords.of(passage.textAt(sentence))));
    features.put("support", StrictMath.log1p(answer.support().size()));
    features.put("length", StrictMath.log(best.span().length()));
    features.put("english", retrieved.document().languageOf(passage).equals(ENGLISH) ? 1.0 : 0.0);
    features.put("type", type.fits(best.text()) ? 1.0 : 0.0);
    return features;
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
}
