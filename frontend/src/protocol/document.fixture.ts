import { goldenText } from './golden.fixture';
import { parseJson } from './parse';
import { documentRecord } from './resource.decoder';
import type { DocumentRecord } from './resource';

/** A document that is ready, but for what is said. */
export function documentLike(change: Partial<DocumentRecord> = {}): DocumentRecord {
  const parsed = parseJson(goldenText('document-ready'), documentRecord);
  if (!parsed.ok) {
    throw new Error(parsed.error);
  }
  return { ...parsed.value, ...change };
}
