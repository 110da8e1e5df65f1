import { describe, expect, it } from 'vitest';
import { questionOf } from '../protocol/evaluation.fixture';
import {
  accuracyOf,
  type Claim,
  claimsOf,
  highestKeeping,
  lowestAccurate,
  outcomeAt,
} from './threshold';

/** `+0.9` right, `-0.9` wrong, `!0.9` without an answer in the dataset, `+` without a candidate. */
function claims(...written: readonly string[]): readonly Claim[] {
  return written.map((text) => ({
    confidence: text.length === 1 ? null : Number(text.slice(1)),
    right: text.startsWith('+'),
    answerable: !text.startsWith('!'),
  }));
}

describe('the claims of an evaluation', () => {
  it('are right as the server counts it', () => {
    expect(
      claimsOf([
        questionOf({ bestF1: 0.8 }),
        questionOf({ bestF1: 0.79 }),
        questionOf({ predicted: '', cause: 'held_back', confidence: 0.2 }),
        questionOf({ expected: [], bestF1: 1 }),
        questionOf({ best: null, bestF1: null, confidence: null }),
      ]),
    ).toEqual([
      { confidence: 0.93, right: true, answerable: true },
      { confidence: 0.93, right: false, answerable: true },
      { confidence: 0.2, right: true, answerable: true },
      { confidence: 0.93, right: false, answerable: false },
      { confidence: null, right: false, answerable: true },
    ]);
  });
});

describe('what becomes of the questions', () => {
  const some = claims('+0.9', '+0.5', '-0.5', '+0.3', '-0.2', '-', '!0.6', '!0.4', '!');

  it.each([
    [0, { right: 3, wrong: 2, heldBack: 0, unanswered: 1, answeredAnyway: 2 }],
    [0.5, { right: 2, wrong: 1, heldBack: 1, unanswered: 2, answeredAnyway: 1 }],
    [0.5001, { right: 1, wrong: 0, heldBack: 2, unanswered: 3, answeredAnyway: 1 }],
    [1, { right: 0, wrong: 0, heldBack: 3, unanswered: 3, answeredAnyway: 0 }],
  ])('from a confidence of %d on is %j', (threshold, expected) => {
    expect(outcomeAt(some, threshold)).toEqual({ answerable: 6, unanswerable: 3, ...expected });
  });

  it('has an accuracy unless nothing is answered', () => {
    expect(accuracyOf(outcomeAt(some, 0.5))).toBe(2 / 4);
    expect(accuracyOf(outcomeAt(some, 1))).toBeNull();
    expect(accuracyOf(outcomeAt([], 0))).toBeNull();
  });

  it('of a hundred thousand is counted while a slider moves', () => {
    const many = claims(...Array.from({ length: 100_000 }, (_, n) => `+0.${n}`));
    outcomeAt(many, 0.4);
    const began = performance.now();
    outcomeAt(many, 0.5);
    expect(performance.now() - began).toBeLessThan(100);
  });
});

describe('the lowest threshold with enough right answers', () => {
  it.each<[readonly string[], number | null]>([
    [['+0.9', '+0.8', '+0.7', '+0.61', '-0.5'], 0.5],
    [['+0.9', '+0.8', '+0.7', '-0.614', '+0.5', '-0.4', '-0.3'], 0.5],
    [['+0.9', '+0.8', '+0.7', '+0.6123', '!0.5', '!0.4'], 0.5],
    [['+0.9', '-0.8', '-0.7'], 0.9],
    [['-0.9', '+0.8'], null],
    [['-', '!'], null],
    [[], null],
  ])('of %j is %d', (written, expected) => {
    expect(lowestAccurate(claims(...written), 0.8)).toBe(expected);
  });

  it('takes all of equal confidence or none', () => {
    expect(lowestAccurate(claims('+0.9', '+0.5', '-0.5', '-0.5'), 0.8)).toBe(0.9);
  });

  it('is as round as its neighbours let it be', () => {
    expect(lowestAccurate(claims('+0.61234', '-0.2'), 0.8)).toBe(0.61);
    expect(lowestAccurate(claims('+0.61234', '-0.6121', '-0.1'), 0.8)).toBe(0.6123);
    expect(lowestAccurate(claims('+0.57', '-0.1'), 0.8)).toBe(0.57);
    expect(lowestAccurate(claims('+0.5000000002', '-0.5000000001'), 0.8)).toBe(0.5000000002);
    expect(lowestAccurate(claims('+0.004'), 0.8)).toBe(0);
  });
});

describe('the highest threshold that keeps the right answers', () => {
  it.each<[readonly string[], number | null]>([
    [['+0.9', '+0.8', '+0.7', '+0.6', '+0.5', '+0.4', '+0.3', '+0.2', '+0.15', '+0.1'], 0.15],
    [['+0.9', '+0.8', '+0.1'], 0.1],
    [['+0.9', '!0.8', '-0.7', '+0.6789', '!0.3'], 0.67],
    [['-0.9', '!0.8'], null],
    [[], null],
  ])('of %j is %d', (written, expected) => {
    expect(highestKeeping(claims(...written), 0.9)).toBe(expected);
  });

  it('gives up at most that share', () => {
    for (let seed = 1; seed < 40; seed++) {
      const written = Array.from({ length: seed }, (_, n) => {
        const value = ((n * 7919 + seed * 104_729) % 1000) / 1000;
        return `${'+-!'.charAt((n * seed) % 3)}${value}`;
      });
      const some = claims(...written);
      const threshold = highestKeeping(some, 0.9);
      const { right, heldBack } = outcomeAt(some, threshold ?? 0);
      expect(heldBack, `seed ${seed}`).toBeLessThanOrEqual((right + heldBack) * 0.1);
      const accurate = lowestAccurate(some, 0.8);
      if (accurate !== null) {
        expect(accuracyOf(outcomeAt(some, accurate)), `seed ${seed}`).toBeGreaterThanOrEqual(0.8);
      }
    }
  });
});
