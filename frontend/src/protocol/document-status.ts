import type { DocumentRecord } from './resource';

/** The document waits to be read, or is being read. */
export function isUnderway({ status }: Pick<DocumentRecord, 'status'>): boolean {
  return status === 'queued' || status === 'parsing' || status === 'indexing';
}
