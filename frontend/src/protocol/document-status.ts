import type { DocumentRecord } from './resource';

/** The document waits to be read, or is being read. */
export function isUnderway({ status }: Pick<DocumentRecord, 'status'>): boolean {
  return status === 'queued' || status === 'parsing' || status === 'indexing';
}

/** Whether the server has its original still: what was too large was not taken in to the end. */
export function isOriginalKept({ sha256, problem }: Pick<DocumentRecord, 'sha256' | 'problem'>): boolean {
  return sha256 !== null && sha256 !== '' && problem?.code !== 'original_missing';
}
