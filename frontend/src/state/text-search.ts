import type { CharSpan } from '../protocol';
import { fold, type FoldedText, unfold } from './folded-text';

/** Where a text has the words of a query, whatever their case and accents, from its start to its end. */
export function searchText(text: FoldedText, query: string): readonly CharSpan[] {
  const wanted = fold(query, 'spaced').text.trim();
  const found: CharSpan[] = [];
  if (wanted === '') {
    return found;
  }
  for (let at = text.text.indexOf(wanted); at >= 0; ) {
    const [start, end] = unfold(text, at, at + wanted.length);
    found.push({ start, end });
    at = text.text.indexOf(wanted, at + wanted.length);
  }
  return found;
}

/** The first match at or after an offset, else the first of all; -1 if there is none. */
export function matchFrom(matches: readonly CharSpan[], offset: number): number {
  const next = matches.findIndex((match) => match.start >= offset);
  return next < 0 ? Math.min(matches.length, 1) - 1 : next;
}
