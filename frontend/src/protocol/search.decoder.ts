import { passage, retrieval } from './answer.decoder';
import { arrayOf, asObject, type Decoder, nullable, number, object, string } from './decode';
import type { SearchEvidence, SearchResult } from './search';

const named = new Set(['passage', 'rank', 'score', 'lexical', 'dense', 'terms']);

const evidence: Decoder<SearchEvidence> = (value, path) => ({
  ...retrieval(value, path),
  parts: furtherNumbers(asObject(value, path)),
});

export const searchResult = object<SearchResult>({
  query: string,
  passages: arrayOf(passage),
  retrieval: arrayOf(evidence),
  indexGeneration: nullable(number),
});

/** The numbers that this page has no name for, those one level down too. */
function furtherNumbers(source: Record<string, unknown>): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [key, value] of Object.entries(source)) {
    if (named.has(key)) {
      continue;
    }
    const inner =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([name, item]) => [`${key}.${name}`, item as unknown] as const)
        : [[key, value] as const];
    for (const [name, item] of inner) {
      if (typeof item === 'number' && Number.isFinite(item)) {
        found[name] = item;
      }
    }
  }
  return found;
}
