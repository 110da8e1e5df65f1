import type { Citation } from '../protocol';

/** A run of a sentence, marked where it answers. */
export interface QuotePart {
  readonly text: string;
  readonly answers: boolean;
}

/**
 * The sentence of the first citation cut into what answers, by any of the citations, and what stands around it; null if
 * the words are gone.
 */
export function quoteOf(
  citations: readonly Citation[],
  text: string | null,
): readonly QuotePart[] | null {
  const sentence = citations[0]?.sentence ?? null;
  if (sentence === null) {
    return text === null ? null : [{ text, answers: true }];
  }
  const parts: QuotePart[] = [];
  let from = 0;
  for (const { start, end } of [...citations].sort((a, b) => a.start - b.start)) {
    const first = clamp(start - sentence.start, from, sentence.text.length);
    const last = clamp(end - sentence.start, first, sentence.text.length);
    parts.push(
      { text: sentence.text.slice(from, first), answers: false },
      { text: sentence.text.slice(first, last), answers: true },
    );
    from = last;
  }
  parts.push({ text: sentence.text.slice(from), answers: false });
  return parts.filter((part) => part.text !== '');
}

function clamp(offset: number, least: number, most: number): number {
  return Math.min(Math.max(offset, least), most);
}
