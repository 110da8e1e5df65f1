import { formatDifference, formatMeasure, formatMilliseconds, formatScore } from '../i18n';
import type { EvaluationTerms } from '../i18n/evaluation';
import type { EvaluationMetrics } from '../state/evaluation';

const scores = new Set(['mrr', 'auroc']);

/** All that was measured, by the names that comparisons use too. */
export function measuresOf(metrics: EvaluationMetrics): Readonly<Record<string, number | null>> {
  const { recallAt, latencyMs } = metrics;
  return {
    exact: metrics.exact,
    f1: metrics.f1,
    hasAnswerExact: metrics.hasAnswerExact,
    hasAnswerF1: metrics.hasAnswerF1,
    noAnswerAccuracy: metrics.noAnswerAccuracy,
    bestExact: metrics.bestExact,
    bestF1: metrics.bestF1,
    recallAt1: recallAt['1'] ?? null,
    recallAt5: recallAt['5'] ?? null,
    recallAt20: recallAt['20'] ?? null,
    mrr: metrics.mrr,
    ece: metrics.ece,
    auroc: metrics.auroc,
    coverageAtAccuracy80: metrics.coverageAtAccuracy80,
    latencyP50: latencyMs.p50 ?? null,
    latencyP95: latencyMs.p95 ?? null,
    latencyP99: latencyMs.p99 ?? null,
  };
}

/** Shares in percent, times with their unit, the rest as it is. Empty for what was not measured. */
export function measureText(language: string, name: string, value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (name.startsWith('latency')) {
    return formatMilliseconds(language, value);
  }
  return scores.has(name) ? formatScore(language, value) : formatMeasure(language, value);
}

export function differenceText(
  language: string,
  name: string,
  difference: number,
  { compare }: EvaluationTerms,
): string {
  if (name.startsWith('latency')) {
    return formatDifference(language, difference, {
      style: 'unit',
      unit: 'millisecond',
      maximumFractionDigits: 1,
    });
  }
  return scores.has(name)
    ? formatDifference(language, difference, { maximumFractionDigits: 3 })
    : compare.points(formatDifference(language, difference * 100, { maximumFractionDigits: 1 }));
}
