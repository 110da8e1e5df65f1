import type { DocumentRecord } from '../protocol';

/** A file on its way to the server, before there is a document. */
export interface PendingUpload {
  readonly id: string;
  readonly filename: string;
  readonly bytes: number;
  readonly share: number;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

export interface LibraryState {
  readonly documents: readonly DocumentRecord[];
  readonly uploads: readonly PendingUpload[];
  readonly loaded: boolean;
}

export type LibraryAction =
  | { readonly type: 'collectionOpened' }
  | { readonly type: 'listed'; readonly documents: readonly DocumentRecord[] }
  | { readonly type: 'changed'; readonly document: DocumentRecord }
  | { readonly type: 'deleted'; readonly id: string }
  | { readonly type: 'uploadAdded'; readonly upload: PendingUpload }
  | { readonly type: 'uploadProgressed'; readonly id: string; readonly share: number }
  | { readonly type: 'uploadAccepted'; readonly id: string; readonly document: DocumentRecord }
  | {
      readonly type: 'uploadFailed';
      readonly id: string;
      readonly code: string;
      readonly detail: string;
    }
  | { readonly type: 'uploadDismissed'; readonly id: string };

export const emptyLibrary: LibraryState = { documents: [], uploads: [], loaded: false };

export function reduceLibrary(state: LibraryState, action: LibraryAction): LibraryState {
  switch (action.type) {
    case 'collectionOpened':
      return emptyLibrary;
    case 'listed':
      return { ...state, documents: newestFirst(action.documents), loaded: true };
    case 'changed':
      return { ...state, documents: upsert(state.documents, action.document) };
    case 'deleted':
      return {
        ...state,
        documents: state.documents.filter((document) => document.id !== action.id),
      };
    case 'uploadAdded':
      return { ...state, uploads: [...state.uploads, action.upload] };
    case 'uploadProgressed':
      return changeUpload(state, action.id, { share: action.share });
    case 'uploadAccepted':
      return {
        ...state,
        uploads: state.uploads.filter((upload) => upload.id !== action.id),
        documents: accept(state.documents, action.document),
      };
    case 'uploadFailed':
      return changeUpload(state, action.id, {
        problem: { code: action.code, detail: action.detail },
      });
    case 'uploadDismissed':
      return { ...state, uploads: state.uploads.filter((upload) => upload.id !== action.id) };
  }
}

function changeUpload(
  state: LibraryState,
  id: string,
  change: Partial<PendingUpload>,
): LibraryState {
  return {
    ...state,
    uploads: state.uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)),
  };
}

/** The response to an upload may arrive after the first event about it; the event is the newer one. */
function accept(
  documents: readonly DocumentRecord[],
  document: DocumentRecord,
): readonly DocumentRecord[] {
  return documents.some((known) => known.id === document.id)
    ? documents
    : upsert(documents, document);
}

function upsert(
  documents: readonly DocumentRecord[],
  document: DocumentRecord,
): readonly DocumentRecord[] {
  return newestFirst([...documents.filter((known) => known.id !== document.id), document]);
}

function newestFirst(documents: readonly DocumentRecord[]): readonly DocumentRecord[] {
  return [...documents].sort(
    (a, b) =>
      b.uploadedAt.localeCompare(a.uploadedAt) ||
      a.filename.localeCompare(b.filename) ||
      a.id.localeCompare(b.id),
  );
}
