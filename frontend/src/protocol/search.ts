import type { AnswerPassage, RetrievalEvidence } from './answer';

export interface SearchEvidence extends RetrievalEvidence {
  /** What else the server says of the score, by its own names, such as the parts of a fusion. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Passages, best first, and for each the parts of its score. */
export interface SearchResult {
  readonly query: string;
  readonly passages: readonly AnswerPassage[];
  /** One for each passage, in the same order. */
  readonly retrieval: readonly SearchEvidence[];
  readonly indexGeneration: number | null;
}
