import type { Answer, CharSpan, Citation } from '../protocol';
import { arrayOf, DecodeError, number, object, string } from '../protocol/decode';

/** Quoted words in a document. */
export interface CitedPlace extends CharSpan {
  readonly documentId: string;
}

const places = arrayOf(object<CitedPlace>({ documentId: string, start: number, end: number }));

/**
 * The citations of an answer in its order, of which one was followed: those of the answer, its corroboration and its
 * alternatives, or its passages if it was one of them. Empty if it was none of either.
 */
export function citationTrail(answer: Answer, followed: CitedPlace): readonly CitedPlace[] {
  const stated = [
    ...stillThere(answer.citation),
    ...answer.corroboration,
    ...answer.alternatives.flatMap(({ citation }) => stillThere(citation)),
  ];
  return (
    [stated, answer.passages].map(distinct).find((trail) => placeOf(trail, followed) >= 0) ?? []
  );
}

/** The place's index in the trail, or -1. */
export function placeOf(trail: readonly CitedPlace[], place: CitedPlace): number {
  return trail.findIndex((other) => key(other) === key(place));
}

/** Reads a trail back from where a page keeps it; empty for whatever is none. */
export function readTrail(stored: unknown): readonly CitedPlace[] {
  try {
    return places(stored, '');
  } catch (error) {
    if (error instanceof DecodeError) {
      return [];
    }
    throw error;
  }
}

function stillThere(citation: Citation | null): readonly CitedPlace[] {
  return citation === null || citation.state === 'deleted' ? [] : [citation];
}

function distinct(found: readonly CitedPlace[]): readonly CitedPlace[] {
  const known = new Map<string, CitedPlace>();
  for (const place of found) {
    if (!known.has(key(place))) {
      const { documentId, start, end } = place;
      known.set(key(place), { documentId, start, end });
    }
  }
  return [...known.values()];
}

function key({ documentId, start, end }: CitedPlace): string {
  return `${start} ${end} ${documentId}`;
}
