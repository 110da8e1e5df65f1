import type { Collection } from '../state';

/** The names of collections, as far as they are known; those that are gone keep their id. */
export function collectionNames(ids: readonly string[], collections: readonly Collection[]): string {
  return ids
    .map((id) => collections.find((collection) => collection.id === id)?.name ?? id)
    .join(', ');
}
