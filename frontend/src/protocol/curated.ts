/** What an answer that an administrator has pinned says, and of what. */
export interface CuratedAnswer {
  readonly id: string;
  /** Counts its versions, from 1. */
  readonly revision: number;
  readonly question: string;
  readonly paraphrases: readonly string[];
  /** Whose askers are given it; none for all. */
  readonly collectionIds: readonly string[];
  /** Null once the document that it was quoted from is deleted. */
  readonly text: string | null;
  /** Null if the words are an administrator's own. */
  readonly citation: CuratedPlace | null;
  readonly state: CuratedState;
  /** It is not given: its state is not `current`. */
  readonly stale: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type CuratedState = 'current' | 'superseded' | 'deleted' | 'changed' | 'no_collection';

export interface CuratedPlace {
  readonly documentId: string;
  /** Null once the document is deleted, as its title. */
  readonly filename: string | null;
  readonly title: string | null;
  readonly start: number;
  readonly end: number;
  readonly link: string;
  readonly supersededBy: string | null;
}

/** Words of a document. */
export interface QuotedPlace {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly text: string;
}

/** An answer to be pinned, in own words or in those of a document. */
export type CuratedDraft = {
  readonly question: string;
  readonly paraphrases: readonly string[];
  readonly collectionIds: readonly string[];
} & ({ readonly text: string } | { readonly citation: QuotedPlace });
