import type { Filters } from '../protocol';

export const noFilters: Filters = {};

/** Without what limits nothing, or null if nothing is left. */
export function activeFilters({ tags = [], languages = [], from, to }: Filters): Filters | null {
  const active: Filters = {
    ...(tags.length === 0 ? {} : { tags }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(from === undefined || from === '' ? {} : { from }),
    ...(to === undefined || to === '' ? {} : { to }),
  };
  return Object.keys(active).length === 0 ? null : active;
}

/** One condition that can be taken back by itself. */
export type FilterPart =
  | { readonly kind: 'tag' | 'language'; readonly value: string }
  | { readonly kind: 'from' | 'to'; readonly value: string };

export function filterParts({ tags = [], languages = [], from, to }: Filters): readonly FilterPart[] {
  return [
    ...tags.map((value) => ({ kind: 'tag', value }) as const),
    ...languages.map((value) => ({ kind: 'language', value }) as const),
    ...(from === undefined ? [] : [{ kind: 'from', value: from } as const]),
    ...(to === undefined ? [] : [{ kind: 'to', value: to } as const]),
  ];
}

export function withoutPart(filters: Filters, { kind, value }: FilterPart): Filters {
  const { tags = [], languages = [], from, to } = filters;
  return (
    activeFilters({
      tags: kind === 'tag' ? tags.filter((tag) => tag !== value) : tags,
      languages: kind === 'language' ? languages.filter((code) => code !== value) : languages,
      ...(from === undefined || kind === 'from' ? {} : { from }),
      ...(to === undefined || kind === 'to' ? {} : { to }),
    }) ?? noFilters
  );
}

/** Days compare as text. */
export function isBackwards({ from, to }: Filters): boolean {
  return from !== undefined && to !== undefined && from > to;
}
