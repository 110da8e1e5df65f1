import type { Comparison, Evaluation, Model, QuestionResult } from './evaluation';

const further = { bestF1: 0.86, confidence: 0.7, latencyMs: 61 };

export function evaluationOf(change: Partial<Evaluation> = {}): Evaluation {
  return {
    id: 'e_1',
    name: 'March',
    status: 'done',
    problem: null,
    collectionIds: ['samples'],
    reader: null,
    datasetSha256: 'd5c1',
    questions: 174,
    asked: 174,
    stage: null,
    passages: null,
    encoded: null,
    progress: 1,
    secondsLeft: null,
    createdAt: '2026-11-22T09:12:00Z',
    startedAt: '2026-11-22T09:12:01Z',
    finishedAt: '2026-11-22T09:14:12Z',
    provenance: {
      reader: 'small-reader',
      readerSha256: '9f2c',
      encoder: null,
      indexGeneration: 41,
      configuration: '3f9a',
    },
    metrics: {
      questions: 174,
      answerable: 142,
      unanswerable: 32,
      answered: 120,
      exact: 0.713,
      f1: 0.804,
      hasAnswerExact: 0.7,
      hasAnswerF1: 0.79,
      noAnswerAccuracy: null,
      bestExact: 0.74,
      bestF1: 0.84,
      recallAt: { 1: 0.81, 5: 0.93, 20: 0.97 },
      mrr: 0.862,
      ece: 0.061,
      auroc: 0.884,
      coverageAtAccuracy80: 0.5,
      latencyMs: { p50: 61.2, p95: 140, p99: 190.3 },
    },
    reliability: [
      { confidence: 0.45, accuracy: 0.4, count: 10 },
      { confidence: 0.95, accuracy: 0.93, count: 71 },
    ],
    riskCoverage: [
      { coverage: 0.25, risk: 0.04, confidence: 0.91 },
      { coverage: 0.5, risk: 0.19, confidence: 0.62 },
      { coverage: 0.9, risk: 0.28, confidence: 0.2 },
    ],
    types: [
      { type: 'who', questions: 20, exact: 0.8, f1: 0.85, recallAt20: 0.95, ...further },
      { type: 'to_what_end', questions: 1, exact: 0, f1: 0, recallAt20: null, ...further },
    ],
    languages: [
      { language: 'en', questions: 150, exact: 0.72, f1: 0.81, recallAt20: 0.97, ...further },
      { language: 'fr', questions: 24, exact: 0.66, f1: 0.75, recallAt20: 0.94, ...further },
    ],
    misses: {
      not_retrieved: 3,
      not_read: 0,
      wrong_span: 5,
      ranked_below: 4,
      held_back: 12,
      answered_anyway: 5,
    },
    ...change,
  };
}

export function questionOf(change: Partial<QuestionResult> = {}): QuestionResult {
  return {
    id: 'leave-policy-01',
    question: 'How much holiday is there?',
    type: 'how_many',
    language: 'en',
    expected: ['25 working days', '25'],
    predicted: '25 working days',
    best: '25 working days',
    exact: true,
    f1: 1,
    bestF1: 1,
    confidence: 0.93,
    rank: 1,
    cause: null,
    latencyMs: 63.1,
    documentDeleted: false,
    ...change,
  };
}

export function comparisonOf(change: Partial<Comparison> = {}): Comparison {
  return {
    here: 'e_1',
    there: 'e_2',
    provenance: { here: evaluationOf().provenance, there: evaluationOf().provenance },
    evaluations: { here: evaluationOf(), there: evaluationOf({ id: 'e_2', name: 'February' }) },
    questions: { common: 170, onlyHere: 4, onlyThere: 0, same: 168 },
    metrics: [
      { metric: 'f1', here: 0.804, there: 0.78, difference: 0.024, pValue: 0.01 },
      { metric: 'ece', here: 0.061, there: 0.05, difference: 0.011, pValue: null },
      { metric: 'mrr', here: 0.862, there: 0.86, difference: 0.002, pValue: 0.6 },
      { metric: 'bestF1', here: 0.84, there: 0.84, difference: 0, pValue: 1 },
      { metric: 'latencyP50', here: 61.2, there: 61.3, difference: -0.1, pValue: null },
      { metric: 'latencyP95', here: 120, there: 150, difference: -30, pValue: null },
      { metric: 'moonshine', here: null, there: null, difference: null, pValue: null },
    ],
    better: [
      {
        id: 'q1',
        question: 'Who is the harbour master?',
        expected: ['Maeve Kilbride'],
        here: { predicted: 'Maeve Kilbride', f1: 1, confidence: 0.9, cause: null, documentDeleted: false },
        there: { predicted: '', f1: 0, confidence: 0.4, cause: 'held_back', documentDeleted: false },
      },
    ],
    worse: [],
    ...change,
  };
}

export function modelOf(change: Partial<Model> = {}): Model {
  return {
    name: 'small-reader',
    languages: ['en', 'fr'],
    bytes: 34_426_668,
    sha256: '9f2c',
    quantised: true,
    licence: 'MIT',
    inUse: true,
    problem: null,
    calibration: null,
    ...change,
  };
}
