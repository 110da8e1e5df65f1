import type { Filters } from '../protocol';
import { activeFilters, noFilters } from './filters';

/** What is searched for, and where. */
export interface SearchScope {
  readonly query: string;
  /** Everywhere if null. */
  readonly collectionId: string | null;
  readonly filters: Filters;
  readonly limit: number;
}

export const searchLimits: readonly number[] = [10, 20, 50, 100];
export const longestQuery = 1000;

const usualLimit = 10;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What the query string of an address asks for. What it says wrongly is left out. */
export function readSearchScope(search: string): SearchScope {
  const asked = new URLSearchParams(search);
  const from = asked.get('from') ?? '';
  const to = asked.get('to') ?? '';
  const limit = Number(asked.get('limit'));
  return {
    query: (asked.get('q') ?? '').slice(0, longestQuery),
    collectionId: asked.get('collection'),
    filters:
      activeFilters({
        tags: asked.getAll('tag'),
        languages: asked.getAll('language'),
        ...(day.test(from) ? { from } : {}),
        ...(day.test(to) ? { to } : {}),
      }) ?? noFilters,
    limit: searchLimits.includes(limit) ? limit : usualLimit,
  };
}

/** The address under which the same search is made again. */
export function searchPath({ query, collectionId, filters, limit }: SearchScope): string {
  const { tags = [], languages = [], from, to } = filters;
  const pairs: readonly (readonly [string, string])[] = [
    ...(query === '' ? [] : [['q', query] as const]),
    ...(collectionId === null ? [] : [['collection', collectionId] as const]),
    ...tags.map((tag) => ['tag', tag] as const),
    ...languages.map((language) => ['language', language] as const),
    ...(from === undefined ? [] : [['from', from] as const]),
    ...(to === undefined ? [] : [['to', to] as const]),
    ...(limit === usualLimit ? [] : [['limit', String(limit)] as const]),
  ];
  const asked = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return asked === '' ? '/search' : `/search?${asked}`;
}
