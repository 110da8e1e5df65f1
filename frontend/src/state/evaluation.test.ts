import { describe, expect, it } from 'vitest';
import { questionOf } from '../protocol/evaluation.fixture';
import { allQuestions, chooseQuestions, countVerdicts, isLowerBetter } from './evaluation';

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
