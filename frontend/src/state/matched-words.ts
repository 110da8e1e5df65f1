import { fold } from './folded-text';

export interface MarkedText {
  readonly text: string;
  /** The word of the query that it matches. */
  readonly term: string | null;
}

const word = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;

/**
 * A text in parts, with the words marked that are words of a query in some inflected form. The server alone knows which
 * forms it took for the same; this follows it in what English and French inflect regularly.
 */
export function markWords(text: string, terms: readonly string[]): readonly MarkedText[] {
  const wanted = new Map<string, string>();
  for (const term of terms) {
    for (const part of partsOf(term)) {
      wanted.set(trunk(part), term);
    }
  }
  const parts: MarkedText[] = [];
  let at = 0;
  const cut = (end: number, term: string | null): void => {
    if (end > at) {
      parts.push({ text: text.slice(at, end), term });
      at = end;
    }
  };
  for (const { 0: found, index } of text.matchAll(word)) {
    const term = wanted.get(trunk(found));
    if (term !== undefined) {
      cut(index, null);
      cut(index + found.length, term);
    }
  }
  cut(text.length, null);
  return parts;
}

/** An article before an apostrophe is no word of its own. */
function partsOf(term: string): readonly string[] {
  const parts = term.match(word) ?? [];
  const long = parts.filter((part) => part.length > 1);
  return long.length > 0 ? long : parts;
}

/** A word without case, accents and the endings of number, gender and tense. */
function trunk(found: string): string {
  const folded = fold(found, 'spaced').text;
  if (folded.length < 4) {
    return folded;
  }
  const singular = folded
    .replace(/i(?:es|ed)$/, 'y')
    .replace(/([^e])aux$/, '$1al')
    .replace(/([^s])s$|x$/, '$1');
  const bare = singular.replace(/([aeiouy].*[^aeiou])(?:ing|ed)$/, '$1');
  const single = bare === singular ? bare : bare.replace(/([b-df-hj-km-np-rtv])\1$/, '$1');
  return single.replace(/e+$/, '').replace(/(.{4}l)l$/, '$1');
}
