import { describe, expect, it } from 'vitest';
import { comparisonOf, evaluationOf, questionOf } from '../protocol/evaluation.fixture';
import {
  allQuestions,
  answeredShare,
  chooseQuestions,
  comparableRuns,
  comparativeOf,
  countVerdicts,
  type Evaluation,
  isLowerBetter,
  readerOf,
  unfairness,
} from './evaluation';

const questions = [
  questionOf({ id: 'a' }),
  questionOf({ id: 'b', cause: 'held_back', f1: 0, predicted: '', confidence: 0.4 }),
  questionOf({ id: 'c', cause: 'wrong_span', f1: 0.3, confidence: null, question: 'Où est l’été ?' }),
  questionOf({ id: 'd', cause: 'eaten_by_a_dog', f1: 0.1, confidence: 0.99 }),
];

function ids(choice: Partial<typeof allQuestions>): string {
  return chooseQuestions(questions, { ...allQuestions, ...choice })
    .map(({ id }) => id)
    .join('');
}

describe('the questions of an evaluation', () => {
  it.each<[Partial<typeof allQuestions>, string]>([
    [{}, 'abcd'],
    [{ verdict: 'right' }, 'a'],
    [{ verdict: 'wrong' }, 'bcd'],
    [{ verdict: 'held_back' }, 'b'],
    [{ verdict: 'eaten_by_a_dog' }, 'd'],
    [{ text: ' L’ETE ' }, 'c'],
    [{ text: 'working days', verdict: 'wrong' }, 'bcd'],
    [{ sort: 'f1' }, 'bdca'],
    [{ sort: 'confidence' }, 'dabc'],
  ])('chosen by %j are %s', (choice, expected) => {
    expect(ids(choice)).toBe(expected);
  });

  it('stay as they are, whatever order is wanted', () => {
    const before = [...questions];
    ids({ sort: 'f1' });
    expect(questions).toEqual(before);
  });

  it('are counted by verdict, those of an unknown cause too', () => {
    expect(Object.fromEntries(countVerdicts(questions))).toEqual({
      all: 4,
      right: 1,
      wrong: 3,
      held_back: 1,
      wrong_span: 1,
      eaten_by_a_dog: 1,
    });
  });

  it('are found fast among ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => questionOf({ id: `q${n}` }));
    chooseQuestions(many, { ...allQuestions, text: 'warm' });
    const began = performance.now();
    expect(chooseQuestions(many, { ...allQuestions, text: 'q9999' })).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(200);
  });
});

it('knows of which metrics less is better', () => {
  expect(['ece', 'latencyP99', 'f1', 'auroc'].map(isLowerBetter)).toEqual([true, true, false, false]);
});

function madeWith(change: Partial<NonNullable<Evaluation['provenance']>>): Evaluation['provenance'] {
  const { provenance } = evaluationOf();
  return provenance === null ? null : { ...provenance, ...change };
}

describe('two runs', () => {
  const common = { common: 4, onlyHere: 0, onlyThere: 0, same: 4 };

  it.each<[string, Partial<Evaluation>, readonly string[]]>([
    ['with other readers only are fair', { provenance: madeWith({ reader: 'b', configuration: 'c' }) }, []],
    ['over other questions', { datasetSha256: 'other' }, ['dataset']],
    ['in other places', { collectionIds: null }, ['scope']],
    ['in more places', { collectionIds: ['samples', 'more'] }, ['scope']],
    ['over another state of the documents', { provenance: madeWith({ indexGeneration: 42 }) }, ['documents']],
    ['with other encoders', { provenance: madeWith({ encoder: 'other' }) }, ['encoder']],
  ])('%s', (_, change, expected) => {
    const evaluations = { here: evaluationOf(), there: evaluationOf(change) };
    expect(unfairness(comparisonOf({ evaluations, questions: common }))).toEqual(expected);
  });

  it('of older servers differ by the questions that only one has', () => {
    const older = evaluationOf({ datasetSha256: null });
    const evaluations = { here: older, there: evaluationOf() };
    expect(unfairness(comparisonOf({ evaluations, questions: common }))).toEqual([]);
    expect(
      unfairness(comparisonOf({ evaluations, questions: { ...common, onlyThere: 1 } })),
    ).toEqual(['dataset']);
  });

  it('in the same places in another order are fair, and their own indexes are always others', () => {
    const evaluations = {
      here: evaluationOf({ collectionIds: ['a', 'b'] }),
      there: evaluationOf({ collectionIds: ['b', 'a'] }),
    };
    expect(unfairness(comparisonOf({ evaluations, questions: common }))).toEqual([]);
    const own = {
      here: evaluationOf({ collectionIds: null }),
      there: evaluationOf({ collectionIds: null, provenance: madeWith({ indexGeneration: 1 }) }),
    };
    expect(unfairness(comparisonOf({ evaluations: own, questions: common }))).toEqual([]);
  });
});

describe('a figure of two runs', () => {
  const figure = { metric: 'f1', here: 0.8, there: 0.7, difference: 0.1, pValue: 0.01 };

  it.each([
    [{}, 'better'],
    [{ difference: -0.1 }, 'worse'],
    [{ difference: 0, pValue: 1 }, 'same'],
    [{ pValue: 0.05 }, 'unclear'],
    [{ pValue: null }, 'untold'],
    [{ difference: null }, 'untold'],
    [{ metric: 'ece', pValue: null }, 'untold'],
    [{ metric: 'latencyP50', there: 100, difference: 10, pValue: null }, 'unclear'],
    [{ metric: 'latencyP50', there: 100, difference: 11, pValue: null }, 'worse'],
    [{ metric: 'latencyP50', there: 100, difference: -11, pValue: null }, 'better'],
  ] as const)('with %j is %s', (change, comparative) => {
    expect(comparativeOf({ ...figure, ...change })).toBe(comparative);
  });
});

describe('runs that can be compared with one', () => {
  const other = madeWith({ reader: 'b', readerSha256: 'bb' });
  const run = evaluationOf();

  it.each<[string, Partial<Evaluation>, boolean]>([
    ['another reader over the same', { provenance: other }, true],
    ['the same reader', {}, false],
    ['other questions', { provenance: other, datasetSha256: 'other' }, false],
    ['elsewhere', { provenance: other, collectionIds: null }, false],
    ['not done', { provenance: other, status: 'running' }, false],
  ])('%s', (_, change, comparable) => {
    const runs = [run, evaluationOf({ id: 'e_2', ...change })];
    expect(comparableRuns(run, runs)).toEqual(comparable ? runs.slice(1) : []);
  });

  it('are earlier, and the latest of each reader', () => {
    const later = evaluationOf({ id: 'e_0', provenance: other });
    const earlier = ['e_2', 'e_3'].map((id) => evaluationOf({ id, provenance: other }));
    expect(comparableRuns(run, [later, run, ...earlier]).map(({ id }) => id)).toEqual(['e_2']);
  });

  it('are none where the dataset is not known', () => {
    const unknown = evaluationOf({ datasetSha256: null });
    expect(comparableRuns(unknown, [unknown, { ...unknown, provenance: other }])).toEqual([]);
  });
});

describe('a run', () => {
  it('tells its reader, once it is known, and how many questions were answered', () => {
    expect(readerOf(evaluationOf())).toBe('small-reader');
    expect(readerOf(evaluationOf({ provenance: null, reader: 'asked' }))).toBe('asked');
    expect(readerOf(evaluationOf({ provenance: null }))).toBeNull();
    expect(answeredShare(evaluationOf())).toBeCloseTo(0.69, 3);
    expect(answeredShare(evaluationOf({ metrics: null }))).toBeNull();
  });
});
