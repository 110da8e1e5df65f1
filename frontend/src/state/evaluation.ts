import type { ComparedMetric, Comparison, Evaluation, MissCause, QuestionResult } from '../protocol/evaluation';
import { fold } from './folded-text';

export type * from '../protocol/evaluation';

export const missCauses: readonly MissCause[] = [
  'not_retrieved',
  'not_read',
  'wrong_span',
  'ranked_below',
  'held_back',
  'answered_anyway',
];

/** It waits or runs. */
export function isOpen({ status }: Evaluation): boolean {
  return status === 'queued' || status === 'running';
}

/** There are figures, though perhaps of some questions only. */
export function isMeasured({ metrics }: Evaluation): boolean {
  return metrics !== null;
}

/** Right, wrong, or wrong for one cause. */
export type Verdict = 'all' | 'right' | 'wrong' | (string & {});

export type QuestionSort = 'dataset' | 'f1' | 'confidence';

export interface QuestionChoice {
  readonly text: string;
  readonly verdict: Verdict;
  readonly sort: QuestionSort;
}

export const allQuestions: QuestionChoice = { text: '', verdict: 'all', sort: 'dataset' };

/** The questions that fit a choice, in its order. */
export function chooseQuestions(
  questions: readonly QuestionResult[],
  { text, verdict, sort }: QuestionChoice,
): readonly QuestionResult[] {
  const wanted = fold(text, 'spaced').text.trim();
  const chosen = questions.filter(
    (question) => hasVerdict(question, verdict) && (wanted === '' || wordsOf(question).includes(wanted)),
  );
  switch (sort) {
    case 'dataset':
      return chosen;
    case 'f1':
      return chosen.sort((a, b) => a.f1 - b.f1);
    case 'confidence':
      return chosen.sort((a, b) => (b.confidence ?? -1) - (a.confidence ?? -1));
  }
}

/** How many questions there are of each verdict. */
export function countVerdicts(questions: readonly QuestionResult[]): ReadonlyMap<Verdict, number> {
  const counts = new Map<Verdict, number>([['all', questions.length]]);
  for (const { cause } of questions) {
    const verdicts = cause === null ? ['right'] : ['wrong', cause];
    verdicts.forEach((verdict) => counts.set(verdict, (counts.get(verdict) ?? 0) + 1));
  }
  return counts;
}

function hasVerdict({ cause }: QuestionResult, verdict: Verdict): boolean {
  switch (verdict) {
    case 'all':
      return true;
    case 'right':
      return cause === null;
    case 'wrong':
      return cause !== null;
    default:
      return cause === verdict;
  }
}

/** Folding ten thousand questions takes a while, and every letter typed asks for them again. */
const folded = new WeakMap<QuestionResult, string>();

function wordsOf(question: QuestionResult): string {
  const known = folded.get(question);
  if (known !== undefined) {
    return known;
  }
  const { id, expected, predicted, best } = question;
  const words = fold([question.question, id, predicted, best ?? '', ...expected].join('\n'), 'spaced').text;
  folded.set(question, words);
  return words;
}

/** Metrics of which less is better. */
export function isLowerBetter(metric: string): boolean {
  return metric === 'ece' || metric.startsWith('latency');
}

/** How this run compares by a figure; `untold` where chance cannot be told from a difference. */
export type Comparative = 'better' | 'worse' | 'same' | 'unclear' | 'untold';

/** Differences that chance alone makes no more often than this are told as such. */
export const significance = 0.05;
/** Times that differ by a smaller share vary as much from run to run. */
export const latencyTolerance = 0.1;

export function comparativeOf({ metric, there, difference, pValue }: ComparedMetric): Comparative {
  if (difference === null) {
    return 'untold';
  }
  if (difference === 0) {
    return 'same';
  }
  const isLatency = metric.startsWith('latency');
  if (!isLatency && pValue === null) {
    return 'untold';
  }
  const clear = isLatency
    ? Math.abs(difference) > latencyTolerance * (there ?? 0)
    : (pValue ?? 1) < significance;
  return !clear ? 'unclear' : difference > 0 === isLowerBetter(metric) ? 'worse' : 'better';
}

/** The share of all questions that were given an answer. */
export function answeredShare({ metrics }: Evaluation): number | null {
  return metrics === null || metrics.questions === 0 ? null : metrics.answered / metrics.questions;
}

/** The reader that answered, or that was asked for and has not answered yet; null while it is not known. */
export function readerOf({ provenance, reader }: Evaluation): string | null {
  return provenance?.reader ?? reader;
}

function isSameScope(one: Evaluation, other: Evaluation): boolean {
  const key = ({ collectionIds }: Evaluation): string => JSON.stringify(collectionIds?.toSorted() ?? null);
  return key(one) === key(other);
}

/** What else than the reader may make two runs come out differently. */
export type Unfairness = 'dataset' | 'scope' | 'documents' | 'encoder';

export function unfairness({ evaluations: { here, there }, questions }: Comparison): readonly Unfairness[] {
  const known = here.datasetSha256 !== null && there.datasetSha256 !== null;
  const differ: Record<Unfairness, boolean> = {
    dataset: known
      ? here.datasetSha256 !== there.datasetSha256
      : questions.onlyHere + questions.onlyThere > 0,
    scope: !isSameScope(here, there),
    documents:
      here.collectionIds !== null &&
      isSameScope(here, there) &&
      here.provenance?.indexGeneration !== there.provenance?.indexGeneration,
    encoder: here.provenance?.encoder !== there.provenance?.encoder,
  };
  return (['dataset', 'scope', 'documents', 'encoder'] as const).filter((reason) => differ[reason]);
}

/** Earlier runs of the same questions in the same place with other readers, the latest of each reader. */
export function comparableRuns(run: Evaluation, runs: readonly Evaluation[]): readonly Evaluation[] {
  const readers = new Set([run.provenance?.readerSha256]);
  const found: Evaluation[] = [];
  for (const other of runs.slice(runs.indexOf(run) + 1)) {
    const reader = other.provenance?.readerSha256;
    if (
      run.status === 'done' &&
      other.status === 'done' &&
      run.datasetSha256 !== null &&
      other.datasetSha256 === run.datasetSha256 &&
      isSameScope(run, other) &&
      !readers.has(reader)
    ) {
      readers.add(reader);
      found.push(other);
    }
  }
  return found;
}
