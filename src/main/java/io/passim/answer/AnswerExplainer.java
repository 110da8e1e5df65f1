package io.passim.answer;

import io.passim.answer.Explanation.Calibration;
import io.passim.answer.Explanation.PassageScore;
import io.passim.answer.Explanation.ReadingScore;
import io.passim.answer.Explanation.TokenWeight;
import io.passim.rank.RankedAnswer;
import io.passim.read.CandidateSpan;
import io.passim.read.PassageReader;
import io.passim.retrieve.RetrievedPassage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the values the stages computed into one explanation. */
@ApplicationScoped
class AnswerExplainer {
  private final PassageReader reader;

  AnswerExplainer(PassageReader reader) {
    this.reader = reader;
  }

  @Nullable Explanation explain(Attempt attempt, ExplanationDetail detail, AnswerMonitor monitor) {
    if (detail == ExplanationDetail.NONE) {
      return null;
    }
    List<PassageScore> retrieval = new ArrayList<>();
    for (RetrievedPassage passage : attempt.retrieval().passages()) {
      retrieval.add(
          new PassageScore(
              retrieval.size(),
              passage.rank(),
              passage.score(),
              passage.lexical(),
              passage.dense(),
              passage.terms()));
    }
    if (attempt.ranking().answers().isEmpty()) {
      return new Explanation(attempt.question().followUp(), retrieval, null, null);
    }
    RankedAnswer best = attempt.ranking().answers().getFirst();
    return new Explanation(
        attempt.question().followUp(),
        retrieval,
        reading(attempt, best.best(), detail, monitor),
        new Calibration(best.features(), attempt.ranking().threshold()));
  }

  private ReadingScore reading(
      Attempt attempt, CandidateSpan best, ExplanationDetail detail, AnswerMonitor monitor) {
    return new ReadingScore(
        attempt.reading().passagesRead(),
        best.startLogit(),
        best.endLogit(),
        best.nullLogit(),
        detail == ExplanationDetail.SCORES_AND_TOKENS ? tokens(attempt, best, monitor) : List.of());
  }

  private List<TokenWeight> tokens(Attempt attempt, CandidateSpan best, AnswerMonitor monitor) {
    return reader
        .attribute(attempt.question(), best, new ReadingProgress(attempt.question(), monitor))
        .stream()
        .map(weight -> new TokenWeight(weight.token(), weight.weight()))
        .toList();
  }
}
