import type { Citation } from '../protocol';

export interface Quote {
  readonly before: string;
  readonly span: string;
  readonly after: string;
}

/** The sentence cut into what stands before the answer, the answer and what follows. */
export function quoteOf(citation: Citation, text: string | null): Quote | null {
  const { sentence } = citation;
  if (sentence === null) {
    return text === null ? null : { before: '', span: text, after: '' };
  }
  const start = clamp(citation.start - sentence.start, sentence.text.length);
  const end = clamp(citation.end - sentence.start, sentence.text.length);
  return {
    before: sentence.text.slice(0, start),
    span: sentence.text.slice(start, end),
    after: sentence.text.slice(end),
  };
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}
