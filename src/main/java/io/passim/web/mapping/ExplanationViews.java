package io.passim.web.mapping;

import io.passim.answer.Explanation;
import io.passim.answer.Explanation.ReadingScore;
import io.passim.index.TermWeight;
import io.passim.question.FollowUp;
import io.passim.web.protocol.ExplanationView;
import io.passim.web.protocol.ExplanationView.CalibrationView;
import io.passim.web.protocol.ExplanationView.FollowUpView;
import io.passim.web.protocol.ExplanationView.ReadingView;
import io.passim.web.protocol.ExplanationView.RetrievalView;
import io.passim.web.protocol.ExplanationView.TermView;
import io.passim.web.protocol.ExplanationView.TokenView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explanations for the wire. */
final class ExplanationViews {
  private ExplanationViews() {}

  static ExplanationView of(Explanation explanation) {
    FollowUp followUp = explanation.followUp();
    return new ExplanationView(
        new FollowUpView(followUp.detected(), followUp.carried(), followUp.candidates()),
        explanation.retrieval().stream()
            .map(score ->
                new RetrievalView(
                    score.passage(),
                    score.rank(),
                    score.score(),
                    score.lexical(),
                    score.dense(),
                    terms(score.terms())))
            .toList(),
        reading(explanation.reading()),
        explanation.calibration() == null
            ? null
            : new CalibrationView(
                explanation.calibration().features(), explanation.calibration().threshold()));
  }

  static List<TermView> terms(List<TermWeight> terms) {
    return terms.stream().map(term -> new TermView(term.term(), term.weight())).toList();
  }

  private static @Nullable ReadingView reading(@Nullable ReadingScore reading) {
    if (reading == null) {
      return null;
    }
    return new ReadingView(
        reading.passagesRead(),
        reading.startLogit(),
        reading.endLogit(),
        reading.nullLogit(),
        reading.questionTokens().stream()
            .map(token -> new TokenView(token.token(), token.weight()))
            .toList());
  }
}
