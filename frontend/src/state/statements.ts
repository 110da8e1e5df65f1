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

/** Whether documents contradict each other about it, so that none of them should be read alone. */
export function isDisputed({ disagreement, alternatives }: Answer): boolean {
  return disagreement && alternatives.some(({ disagrees }) => disagrees);
}

/** The answer, or the likeliest candidate if there is none, and those that contradict it, the newest document first; of one age, the surest first. */
export function statements(
  { status, text, confidence, citation, alternatives }: Answer,
  documents: Readonly<Record<string, KnownDocument>>,
): readonly Statement[] {
  const own =
    status === 'unsure'
      ? alternatives.slice(0, 1)
      : citation === null
        ? []
        : [{ text, confidence, citation, disagrees: false }];
  const others = alternatives.filter((other) => other.disagrees && !own.includes(other));
  return [...own, ...others]
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
