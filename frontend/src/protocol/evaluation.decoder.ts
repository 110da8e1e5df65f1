import { provenance } from './answer.decoder';
import { arrayOf, boolean, type Decoder, nullable, number, object, oneOf, recordOf, string } from './decode';
import type {
  ComparedAnswer,
  ComparedMetric,
  ComparedQuestion,
  Comparison,
  Evaluation,
  EvaluationMetrics,
  EvaluationStatus,
  LanguageScore,
  Model,
  QuestionResult,
  ReliabilityBin,
  RiskPoint,
  TypeScore,
} from './evaluation';

/** What is measured at the end is left out before. */
function orEmpty<T>(decoder: Decoder<T>, empty: T): Decoder<T> {
  return (value, path) => (value === undefined || value === null ? empty : decoder(value, path));
}

const status = oneOf('queued', 'running', 'done', 'failed', 'cancelled', 'interrupted');

const share = nullable(number);

const metrics = object<EvaluationMetrics>({
  questions: number,
  answerable: number,
  unanswerable: number,
  answered: number,
  exact: share,
  f1: share,
  hasAnswerExact: share,
  hasAnswerF1: share,
  noAnswerAccuracy: share,
  bestExact: share,
  bestF1: share,
  recallAt: orEmpty(recordOf(share), {}),
  mrr: share,
  ece: share,
  auroc: share,
  coverageAtAccuracy80: share,
  latencyMs: orEmpty(recordOf(share), {}),
});

const problem = nullable(object({ code: string, detail: nullable(string) }));

const group = {
  questions: number,
  exact: share,
  f1: share,
  recallAt20: share,
  bestF1: share,
  confidence: share,
  latencyMs: share,
};

export const evaluation = object<Evaluation>({
  id: string,
  name: string,
  status,
  problem,
  collectionIds: nullable(arrayOf(string)),
  reader: nullable(string),
  datasetSha256: nullable(string),
  questions: number,
  asked: number,
  stage: nullable(string),
  passages: nullable(number),
  encoded: nullable(number),
  progress: nullable(number),
  secondsLeft: nullable(number),
  createdAt: string,
  startedAt: nullable(string),
  finishedAt: nullable(string),
  provenance: nullable(provenance),
  metrics: nullable(metrics),
  reliability: orEmpty(
    arrayOf(object<ReliabilityBin>({ confidence: number, accuracy: number, count: number })),
    [],
  ),
  riskCoverage: orEmpty(
    arrayOf(object<RiskPoint>({ coverage: number, risk: number, confidence: number })),
    [],
  ),
  types: orEmpty(arrayOf(object<TypeScore>({ type: string, ...group })), []),
  languages: orEmpty(arrayOf(object<LanguageScore>({ language: string, ...group })), []),
  misses: orEmpty(recordOf(number), {}),
});

export const startedEvaluation = object<{ readonly id: string; readonly status: EvaluationStatus }>({
  id: string,
  status,
});

export const questionResult = object<QuestionResult>({
  id: string,
  question: string,
  type: nullable(string),
  language: nullable(string),
  expected: arrayOf(string),
  predicted: orEmpty(string, ''),
  best: nullable(string),
  exact: boolean,
  f1: number,
  bestF1: nullable(number),
  confidence: nullable(number),
  rank: nullable(number),
  cause: nullable(string),
  latencyMs: nullable(number),
  documentDeleted: orEmpty(boolean, false),
});

const comparedAnswer = object<ComparedAnswer>({
  predicted: orEmpty(string, ''),
  f1: number,
  confidence: nullable(number),
  cause: nullable(string),
  documentDeleted: orEmpty(boolean, false),
});

const comparedQuestion = object<ComparedQuestion>({
  id: string,
  question: string,
  expected: arrayOf(string),
  here: comparedAnswer,
  there: comparedAnswer,
});

export const comparison = object<Comparison>({
  here: string,
  there: string,
  provenance: object<Comparison['provenance']>({
    here: nullable(provenance),
    there: nullable(provenance),
  }),
  evaluations: object<Comparison['evaluations']>({ here: evaluation, there: evaluation }),
  questions: object<Comparison['questions']>({
    common: number,
    onlyHere: number,
    onlyThere: number,
    same: number,
  }),
  metrics: arrayOf(
    object<ComparedMetric>({
      metric: string,
      here: share,
      there: share,
      difference: share,
      pValue: share,
    }),
  ),
  better: arrayOf(comparedQuestion),
  worse: arrayOf(comparedQuestion),
});

export const model = object<Model>({
  name: string,
  languages: nullable(arrayOf(string)),
  bytes: nullable(number),
  sha256: nullable(string),
  quantised: nullable(boolean),
  licence: nullable(string),
  inUse: boolean,
  problem,
  calibration: nullable(string),
});
