import { type PassimApi, type ProblemError, problemOf } from '../../connection';
import type { DocumentRecord, DocumentText } from '../../state';

export interface OpenDocument {
  readonly kind: 'open';
  readonly document: DocumentRecord;
  readonly text: DocumentText;
}

/** What came of opening a document. */
export type Loaded =
  | OpenDocument
  | { readonly kind: 'loading' }
  /** It is still being read, failed, or has none. */
  | { readonly kind: 'textless'; readonly document: DocumentRecord }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly error: ProblemError };

export async function loadDocument(api: PassimApi, id: string): Promise<Loaded> {
  try {
    const document = await api.document(id);
    const text = isReadable(document) ? await textOf(api, id) : null;
    return text === null ? { kind: 'textless', document } : { kind: 'open', document, text };
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status === 410) {
      return { kind: 'deleted' };
    }
    return problem.status === 404 ? { kind: 'unknown' } : { kind: 'failed', error: problem };
  }
}

async function textOf(api: PassimApi, id: string): Promise<DocumentText | null> {
  try {
    return await api.documentText(id);
  } catch (error) {
    if (problemOf(error).code === 'text_not_available') {
      return null;
    }
    throw error;
  }
}

function isReadable({ status }: DocumentRecord): boolean {
  switch (status) {
    case 'indexing':
    case 'ready':
    case 'superseded':
      return true;
    case 'queued':
    case 'parsing':
    case 'failed':
      return false;
  }
}
