package io.passim.web.mapping;

import io.passim.evaluate.EvaluationComparison;
import io.passim.evaluate.EvaluationComparison.Pair;
import io.passim.evaluate.QuestionOutcome;
import io.passim.web.protocol.ComparisonView;
import io.passim.web.protocol.ComparisonView.ChangedView;
import io.passim.web.protocol.ComparisonView.CommonView;
import io.passim.web.protocol.ComparisonView.DifferenceView;
import io.passim.web.protocol.ComparisonView.EvaluationsView;
import io.passim.web.protocol.ComparisonView.ProvenancesView;
import io.passim.web.protocol.ComparisonView.SideView;
import java.util.List;

/** Comparisons of evaluations for the wire. */
public final class ComparisonViews {
  private ComparisonViews() {}

  public static ComparisonView of(EvaluationComparison comparison) {
    return new ComparisonView(
        comparison.here().id(),
        comparison.there().id(),
        new ProvenancesView(
            EvaluationViews.provenance(comparison.here().provenance()),
            EvaluationViews.provenance(comparison.there().provenance())),
        new EvaluationsView(
            EvaluationViews.of(comparison.here()), EvaluationViews.of(comparison.there())),
        new CommonView(
            comparison.common(), comparison.onlyHere(), comparison.onlyThere(), comparison.same()),
        comparison.differences().stream()
            .map(figure ->
                new DifferenceView(
                    figure.metric(),
                    figure.here(),
                    figure.there(),
                    figure.difference(),
                    figure.pValue()))
            .toList(),
        changed(comparison.better()),
        changed(comparison.worse()));
  }

  private static List<ChangedView> changed(List<Pair> pairs) {
    return pairs.stream()
        .map(pair ->
            new ChangedView(
                pair.here().id(),
                pair.here().question(),
                pair.here().expected(),
                side(pair.here()),
                side(pair.there())))
        .toList();
  }

  private static SideView side(QuestionOutcome outcome) {
    return new SideView(
        outcome.predicted(),
        outcome.score().f1(),
        outcome.best() == null ? null : outcome.best().confidence(),
        outcome.cause() == null ? null : EvaluationViews.name(outcome.cause()),
        outcome.lostWords());
  }
}
