import type { CharSpan, Turn } from './answer';

export interface Collection {
  readonly id: string;
  readonly name: string;
  readonly language: string | null;
  readonly documents: number;
  readonly passages: number;
  /** Confidence from which its documents answer, 0 to 1; null for the server's own. */
  readonly threshold: number | null;
  /** The server's own; null if the server does not say. */
  readonly defaultThreshold: number | null;
}

/** What is left out stays as it is. */
export interface CollectionChange {
  readonly name?: string;
  readonly threshold?: number | null;
}

/** RFC 9457 problem with the stable `code`. */
export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly code: string;
}

/** A document that is gone, as the event `deleted` of its collection tells. */
export interface DeletedDocument {
  readonly id: string;
}

export type DocumentStatus = 'queued' | 'parsing' | 'indexing' | 'ready' | 'failed' | 'superseded';

export interface DocumentRecord {
  readonly id: string;
  readonly collectionId: string;
  readonly filename: string;
  readonly title: string | null;
  readonly mediaType: string | null;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly language: string | null;
  readonly pages: number | null;
  /** Pictures without words, which nothing can be found on; left out where there is none. */
  readonly pagesWithoutText?: number;
  readonly passages: number | null;
  readonly status: DocumentStatus;
  /** 0 to 1. */
  readonly progress: number | null;
  readonly problem: { readonly code: string; readonly detail: string | null } | null;
  readonly duplicateOf: string | null;
  readonly uploadedAt: string;
  readonly readyAt: string | null;
  /** Path of the folder that the file came from, such as `policies/2026`. */
  readonly folder: string | null;
  readonly author: string | null;
  /** A day, such as `2026-03-31`. */
  readonly date: string | null;
  readonly tags: readonly string[];
  /** The document that this one takes the place of once it is ready. */
  readonly replaces: string | null;
  readonly supersededBy: string | null;
  /** When parsing began. */
  readonly startedAt: string | null;
}

/** What is left out stays as it is; `null` removes it. */
export interface DocumentChange {
  readonly title?: string;
  readonly author?: string | null;
  readonly date?: string | null;
  readonly tags?: readonly string[];
}

export interface TagCount {
  readonly tag: string;
  readonly documents: number;
}

/** The documents of all collections that wait to be read or are being read. */
export interface IngestQueue {
  readonly waiting: number;
  readonly running: number;
  readonly bytesLeft: number;
  /** Of the last minutes; null while unknown, as the two below. */
  readonly bytesPerSecond: number | null;
  readonly pagesPerSecond: number | null;
  readonly secondsLeft: number | null;
  /** A lost index is being filled again from stored texts. */
  readonly restoring: boolean;
  /** Why nothing is read though files wait; left out while all is well. */
  readonly stalled?: { readonly code: string; readonly detail: string | null };
  /** Larger files are refused; an older server does not say. */
  readonly maxFileBytes?: number;
}

export interface PageSpan extends CharSpan {
  readonly number: number;
  /** What is printed on the page where it differs from its number, such as `iv`. */
  readonly label?: string;
  /** Text recognition has read words on it whose places are known. */
  readonly recognised?: boolean;
}

export interface DocumentText {
  readonly text: string;
  readonly pages: readonly PageSpan[];
}

/**
 * A word that text recognition has read on a page. Its box is in parts of the page as it is shown: 0 is the left or upper edge, 1 the
 * right or lower one.
 */
export interface PageWord {
  readonly text: string;
  /** Counted from 1 through the page. */
  readonly line: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PageWords {
  readonly page: number;
  /** In the order of the document's text. */
  readonly words: readonly PageWord[];
}

export interface Conversation {
  readonly id: string;
  readonly title: string | null;
  readonly startedAt: string;
  readonly turns: readonly Turn[];
}
