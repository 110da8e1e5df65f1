import type { Answer, Citation } from '../protocol';
import type { KnownDocument } from './chat-state';

/** What one of several documents that contradict each other says. */
export interface Statement {
  readonly text: string | null;
  readonly confidence: number;
  readonly citation: Citation;
  /** The document's own date, `2025-03-12`; null if it has none. */
  readonly date: string | null;
  /** ISO time at which the document was added; null while unknown. */
  readonly uploadedAt: string | null;
  /** What the statements are ordered by: the document's date, else when it was added; empty while unknown. */
  readonly at: string;
}

/** The answer and those that contradict it, the newest document first; of one age, the surest first. */
export function statements(
  { text, confidence, citation, alternatives }: Answer,
  documents: Readonly<Record<string, KnownDocument>>,
): readonly Statement[] {
  const own = citation === null ? [] : [{ text, confidence, citation }];
  return [...own, ...alternatives.filter(({ disagrees }) => disagrees)]
    .map((said): Statement => {
      const { date, uploadedAt } = documents[said.citation.documentId] ?? said.citation;
      return {
        text: said.text,
        confidence: said.confidence,
        citation: said.citation,
        date,
        uploadedAt,
        at: date ?? uploadedAt ?? '',
      };
    })
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}
