import type { QuestionResult } from '../protocol/evaluation';

/** The F1 from which an answer counts as right, as the server counts. */
const rightFrom = 0.8;

/** Shares are ratios of few counts: what differs by less is equal. */
const rounding = 1e-9;

/** The best candidate to one question. */
export interface Claim {
  /** Null if there was no candidate. */
  readonly confidence: number | null;
  readonly right: boolean;
  readonly answerable: boolean;
}

/** What becomes of the questions of an evaluation if answers are given from a confidence on. */
export interface ThresholdOutcome {
  readonly answerable: number;
  readonly unanswerable: number;
  /** Of the answerable questions. */
  readonly right: number;
  readonly wrong: number;
  /** The right words were found, but with less confidence. */
  readonly heldBack: number;
  /** Of the answerable questions, the rest: no answer, and no right one to give. */
  readonly unanswered: number;
  /** Of the unanswerable questions. */
  readonly answeredAnyway: number;
}

export function claimsOf(questions: readonly QuestionResult[]): readonly Claim[] {
  return questions.map(({ confidence, bestF1, expected }) => {
    const answerable = expected.length > 0;
    return { confidence, answerable, right: answerable && (bestF1 ?? 0) >= rightFrom };
  });
}

export function outcomeAt(claims: readonly Claim[], threshold: number): ThresholdOutcome {
  let [answerable, right, wrong, heldBack, answeredAnyway] = [0, 0, 0, 0, 0];
  for (const claim of claims) {
    const given = claim.confidence !== null && claim.confidence >= threshold;
    if (!claim.answerable) {
      answeredAnyway += given ? 1 : 0;
      continue;
    }
    answerable += 1;
    right += given && claim.right ? 1 : 0;
    wrong += given && !claim.right ? 1 : 0;
    heldBack += !given && claim.right ? 1 : 0;
  }
  return {
    answerable,
    unanswerable: claims.length - answerable,
    right,
    wrong,
    heldBack,
    unanswered: answerable - right - wrong - heldBack,
    answeredAnyway,
  };
}

/** The share of the answers given that are right; null if none is given. */
export function accuracyOf({ right, wrong, answeredAnyway }: ThresholdOutcome): number | null {
  const given = right + wrong + answeredAnyway;
  return given === 0 ? null : right / given;
}

/** The lowest threshold at which this share of the answers given are right; null if there is none. */
export function lowestAccurate(claims: readonly Claim[], share: number): number | null {
  const surest = surestFirst(claims);
  let found: number | null = null;
  let right = 0;
  surest.forEach((claim, index) => {
    right += claim.right ? 1 : 0;
    const next = surest[index + 1]?.confidence ?? null;
    if (next !== claim.confidence && right / (index + 1) >= share - rounding) {
      found = roundest(next, claim.confidence);
    }
  });
  return found;
}

/** The highest threshold that still gives this share of the right answers; null if none is right. */
export function highestKeeping(claims: readonly Claim[], share: number): number | null {
  const surest = surestFirst(claims);
  const right = surest.filter((claim) => claim.right);
  const last = right[Math.ceil(right.length * share - rounding) - 1];
  return last === undefined
    ? null
    : roundest(
        surest.find(({ confidence }) => confidence < last.confidence)?.confidence ?? null,
        last.confidence,
      );
}

type Given = Claim & { readonly confidence: number };

function surestFirst(claims: readonly Claim[]): readonly Given[] {
  return claims
    .filter((claim): claim is Given => claim.confidence !== null)
    .sort((a, b) => b.confidence - a.confidence);
}

/** The number of fewest decimals, at least two, that divides these confidences as `upTo` itself does. */
function roundest(above: number | null, upTo: number): number {
  for (let decimals = 2; decimals < 7; decimals++) {
    const scale = 10 ** decimals;
    const rounded = Math.floor(upTo * scale + rounding) / scale;
    if (rounded <= upTo && rounded > (above ?? -1)) {
      return rounded;
    }
  }
  return upTo;
}
