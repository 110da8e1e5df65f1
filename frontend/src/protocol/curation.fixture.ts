import type { CuratedAnswer } from './curated';
import { curatedAnswer } from './curated.decoder';
import type { Decoder } from './decode';
import { goldenText } from './golden.fixture';
import { parseJson } from './parse';
import type { Review } from './review';
import { review } from './review.decoder';

function golden<T>(name: string, decoder: Decoder<T>, change: Partial<T>): T {
  const parsed = parseJson(goldenText(name), decoder);
  if (!parsed.ok) {
    throw new Error(parsed.error);
  }
  return { ...parsed.value, ...change };
}

/** An answer quoted from a document that has a newer version, but for what is said. */
export function quotedLike(change: Partial<CuratedAnswer> = {}): CuratedAnswer {
  return golden('curated-quoted', curatedAnswer, change);
}

/** An answer in own words that is given, but for what is said. */
export function ownLike(change: Partial<CuratedAnswer> = {}): CuratedAnswer {
  return golden('curated-own', curatedAnswer, change);
}

/** A question that was answered badly, but for what is said. */
export function openLike(change: Partial<Review> = {}): Review {
  return golden('review-open', review, change);
}

/** A question for whose answer a document is missing, but for what is said. */
export function resolvedLike(change: Partial<Review> = {}): Review {
  return golden('review-resolved', review, change);
}
