package io.passim.evaluate;

import io.passim.evaluate.EvaluationReport.Bin;
import io.passim.evaluate.EvaluationReport.RiskPoint;
import io.passim.evaluate.EvaluationReport.Trust;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares how sure Passim was with how often it was right. Pure. */
final class TrustBuilder {
  private static final int BINS = 10;
  private static final int MAX_POINTS = 100;
  private static final double ACCEPTED_RISK = 0.2;

  /** Shares are sums of few ratios: what differs by less is equal. */
  private static final double ROUNDING = 1e-9;

  private TrustBuilder() {}

  /** The best candidate to one question. */
  private record Claim(double confidence, boolean right) {}

  /**
   * The figures of these questions.
   *
   * @param outcomes at least one; those without a candidate are never answered
   */
  static Trust trust(List<QuestionOutcome> outcomes) {
    List<Claim> claims =
        outcomes.stream()
            .map(TrustBuilder::claim)
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingDouble(Claim::confidence).reversed())
            .toList();
    List<Bin> bins = bins(claims);
    List<RiskPoint> curve = curve(claims, outcomes.size());
    return new Trust(
        calibrationError(bins),
        auroc(claims),
        curve.stream()
            .filter(point -> point.risk() <= ACCEPTED_RISK + ROUNDING)
            .mapToDouble(RiskPoint::coverage)
            .max()
            .orElse(0),
        bins,
        thinned(curve));
  }

  private static @Nullable Claim claim(QuestionOutcome outcome) {
    QuestionOutcome.Best best = outcome.best();
    return best == null
        ? null
        : new Claim(best.confidence(), outcome.answerable() && best.score().right());
  }

  private static List<Bin> bins(List<Claim> claims) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int number = i;
      List<Claim> some =
          claims.stream()
              .filter(claim -> Math.min(BINS - 1, (int) (claim.confidence() * BINS)) == number)
              .toList();
      if (!some.isEmpty()) {
        bins.add(
            new Bin(
                some.stream().mapToDouble(Claim::confidence).sum() / some.size(),
                (double) right(some) / some.size(),
                some.size()));
      }
    }
    return bins;
  }

  private static @Nullable Double calibrationError(List<Bin> bins) {
    int all = bins.stream().mapToInt(Bin::count).sum();
    return all == 0
        ? null
        : bins.stream()
                .mapToDouble(bin -> bin.count() * Math.abs(bin.confidence() - bin.accuracy()))
                .sum()
            / all;
  }

  /**
   * The chance that a right claim has a higher confidence than a wrong one, half where they are
   * equal (Mann and Whitney). Null if all are right or all are wrong.
   */
  private static @Nullable Double auroc(List<Claim> claims) {
    long rightOnes = right(claims);
    long wrongOnes = claims.size() - rightOnes;
    if (rightOnes == 0 || wrongOnes == 0) {
      return null;
    }
    double pairs = 0;
    long wrongBelow = wrongOnes;
    int next = 0;
    while (next < claims.size()) {
      int end = endOfTie(claims, next);
      long right = right(claims.subList(next, end));
      long wrong = end - next - right;
      wrongBelow -= wrong;
      pairs += right * (wrongBelow + wrong / 2.0);
      next = end;
    }
    return pairs / (rightOnes * wrongOnes);
  }

  /** A point for every confidence from which on could be answered. */
  private static List<RiskPoint> curve(List<Claim> claims, int questions) {
    List<RiskPoint> curve = new ArrayList<>();
    long wrong = 0;
    int next = 0;
    while (next < claims.size()) {
      int end = endOfTie(claims, next);
      wrong += end - next - right(claims.subList(next, end));
      curve.add(
          new RiskPoint(
              (double) end / questions, (double) wrong / end, claims.get(next).confidence()));
      next = end;
    }
    return curve;
  }

  /** The last point in each hundredth of coverage. */
  private static List<RiskPoint> thinned(List<RiskPoint> curve) {
    List<RiskPoint> thinned = new ArrayList<>();
    for (int i = 0; i < curve.size(); i++) {
      if (i + 1 == curve.size() || hundredth(curve.get(i)) != hundredth(curve.get(i + 1))) {
        thinned.add(curve.get(i));
      }
    }
    return thinned;
  }

  private static int hundredth(RiskPoint point) {
    return (int) Math.ceil(point.coverage() * MAX_POINTS - ROUNDING);
  }

  private static int endOfTie(List<Claim> claims, int start) {
    int end = start + 1;
    while (end < claims.size() && claims.get(end).confidence() == claims.get(start).confidence()) {
      end++;
    }
    return end;
  }

  private static long right(List<Claim> claims) {
    return claims.stream().filter(Claim::right).count();
  }
}
