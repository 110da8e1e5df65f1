import type { DocumentRecord } from '../protocol';

/** The documents of one collection. */
export interface LibraryState {
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  /** Deleted here. What was already on its way about them is not listened to. */
  readonly deleted: ReadonlySet<string>;
  readonly loaded: boolean;
}

export type LibraryAction =
  | { readonly type: 'collectionOpened' }
  | { readonly type: 'listed'; readonly documents: readonly DocumentRecord[] }
  | { readonly type: 'changed'; readonly document: DocumentRecord }
  /** The response to an upload. An event about it may have come before, and is the newer one. */
  | { readonly type: 'stored'; readonly document: DocumentRecord }
  | { readonly type: 'deleted'; readonly id: string };

export const emptyLibrary: LibraryState = {
  documents: new Map(),
  deleted: new Set(),
  loaded: false,
};

/** The next state after all the actions. Each change costs the same, however many documents there are. */
export function reduceLibrary(
  state: LibraryState,
  actions: readonly LibraryAction[],
): LibraryState {
  let documents = new Map(state.documents);
  let deleted = new Set(state.deleted);
  let { loaded } = state;
  const put = (document: DocumentRecord): void => {
    if (!deleted.has(document.id)) {
      documents.set(document.id, document);
    }
  };
  for (const action of actions) {
    switch (action.type) {
      case 'collectionOpened':
        documents = new Map();
        deleted = new Set();
        loaded = false;
        break;
      case 'listed':
        documents = new Map();
        action.documents.forEach(put);
        loaded = true;
        break;
      case 'changed':
        put(action.document);
        break;
      case 'stored':
        if (!documents.has(action.document.id)) {
          put(action.document);
        }
        break;
      case 'deleted':
        documents.delete(action.id);
        deleted.add(action.id);
        break;
    }
  }
  return { documents, deleted, loaded };
}
