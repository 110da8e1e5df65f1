import { type PassimApi, ProblemError } from '../../connection';
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
  | { readonly kind: 'textless' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly error: ProblemError };

export async function loadDocument(api: PassimApi, id: string): Promise<Loaded> {
  try {
    const document = await api.document(id);
    return isReadable(document)
      ? { kind: 'open', document, text: await api.documentText(id) }
      : { kind: 'textless' };
  } catch (error) {
    const problem = error instanceof ProblemError ? error : new ProblemError('network', 0, '');
    if (problem.code === 'text_not_available') {
      return { kind: 'textless' };
    }
    if (problem.status === 410) {
      return { kind: 'deleted' };
    }
    return problem.status === 404 ? { kind: 'unknown' } : { kind: 'failed', error: problem };
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
