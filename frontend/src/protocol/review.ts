import type { Alternative } from './answer';
import type { CuratedDraft } from './curated';

/** A question that was answered badly, for all that are written alike. */
export interface Review {
  readonly id: string;
  readonly question: string;
  readonly status: ReviewStatus;
  /** How often it was answered badly, at least 1. */
  readonly asked: number;
  readonly downRated: number;
  readonly lastAskedAt: string;
  /** None if it was asked everywhere. */
  readonly collectionIds: readonly string[];
  /** The last bad answer; the three below are of it too. */
  readonly answerId: string;
  readonly outcome: ReviewOutcome;
  /** Why nothing was found, as in an answer. */
  readonly reason: string | null;
  /** Null if there was nothing, or if its document is gone. */
  readonly candidate: Alternative | null;
  /** Of those who rated it down, the latest first. */
  readonly comments: readonly ReviewComment[];
  readonly resolution: Resolution | null;
}

export type ReviewStatus = 'open' | 'resolved';

export type ReviewOutcome = 'unsure' | 'not_found' | 'answered' | 'curated';

export interface ReviewComment {
  readonly reason: string | null;
  readonly expected: string | null;
  readonly givenAt: string;
}

export interface Resolution {
  readonly kind: 'curated' | 'gap' | 'case' | 'dismissed';
  readonly note: string | null;
  readonly curatedId: string | null;
  readonly resolvedAt: string;
}

export interface ReviewPage {
  readonly items: readonly Review[];
  /** Cursor of the next page, if there is one. */
  readonly next: string | null;
}

/** What is decided about a question under review. */
export type Decision =
  | { readonly kind: 'curated'; readonly curated: CuratedDraft }
  | { readonly kind: 'gap'; readonly note: string }
  | { readonly kind: 'case'; readonly answers: readonly string[]; readonly context?: string }
  | { readonly kind: 'dismissed'; readonly note?: string };

/** In the format of SQuAD 2.0. */
export interface Dataset {
  readonly version: string;
  readonly data: readonly {
    readonly title: string;
    readonly paragraphs: readonly DatasetParagraph[];
  }[];
}

export interface DatasetParagraph {
  readonly context: string;
  readonly qas: readonly {
    readonly id: string;
    readonly question: string;
    readonly is_impossible: boolean;
    readonly answers: readonly { readonly text: string; readonly answer_start: number }[];
  }[];
}
