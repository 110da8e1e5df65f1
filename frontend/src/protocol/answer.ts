/** Half-open range of UTF-16 units in a document's normalised text: `text.slice(start, end)`. */
export interface CharSpan {
  readonly start: number;
  readonly end: number;
}

export interface QuotedSpan extends CharSpan {
  readonly text: string;
}

export type CitationState = 'current' | 'superseded' | 'deleted';

export interface Citation extends CharSpan {
  readonly documentId: string;
  readonly filename: string;
  readonly title: string;
  readonly page: number | null;
  /** Null once the document has been deleted. */
  readonly sentence: QuotedSpan | null;
  readonly heading: readonly string[];
  readonly link: string;
  readonly state: CitationState;
  /** The document whose newer version is in force. */
  readonly supersededBy: string | null;
  /** What is printed on the page where it differs from its number, such as `iv`. */
  readonly pageLabel: string | null;
  /** The day that the document bore when it was cited, `2025-03-12`. */
  readonly date: string | null;
  /** ISO time at which the document was added. */
  readonly uploadedAt: string | null;
  /** ISO 639-1 code of the quoted words; null for what was cited before it was kept. */
  readonly language: string | null;
}

/** The same answer, found somewhere else. */
export interface Corroboration extends CharSpan {
  readonly documentId: string;
  readonly page: number | null;
}

/** One of several answers that stand together, such as an item of a list. */
export interface AnswerItem {
  readonly text: string;
  readonly citation: Citation;
}

export interface Alternative {
  readonly text: string | null;
  readonly confidence: number;
  readonly citation: Citation;
  /** Whether another document contradicts the answer with it; not from older servers. */
  readonly disagrees?: boolean;
}

export interface AnswerPassage extends QuotedSpan {
  readonly documentId: string;
  /** Servers since the first version send it. */
  readonly title?: string;
  readonly page: number | null;
  /** ISO 639-1 code of the text; null for what was found before it was kept. */
  readonly language: string | null;
}

export interface RetrievalEvidence {
  /** Index into the answer's `passages`. */
  readonly passage: number;
  readonly rank: number;
  readonly score: number;
  readonly lexical: number | null;
  readonly dense: number | null;
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
}

export interface Explanation {
  readonly followUp: {
    readonly detected: boolean;
    readonly carried: readonly string[];
    readonly candidates: readonly string[];
  };
  readonly retrieval: readonly RetrievalEvidence[];
  /** Null if nothing was read. */
  readonly reading: {
    readonly passagesRead: number;
    readonly startLogit: number | null;
    readonly endLogit: number | null;
    readonly nullLogit: number | null;
    readonly questionTokens: readonly { readonly token: string; readonly weight: number }[];
  } | null;
  /** Null if there was no candidate to judge. */
  readonly calibration: {
    readonly features: Readonly<Record<string, number>>;
    readonly threshold: number;
  } | null;
}

export interface Provenance {
  readonly reader: string | null;
  readonly readerSha256: string | null;
  readonly encoder: string | null;
  readonly indexGeneration: number | null;
  /** Hash or name of the settings; servers since the first version send it. */
  readonly configuration?: string;
  /** Hash of the calibration: confidences compare where it is the same. Not known of older answers. */
  readonly calibration?: string;
}

export interface Timings {
  readonly understandMs: number;
  readonly retrieveMs: number;
  readonly readMs: number;
  /** Part of `readMs` in answers of older servers, which do not tell it; so is `curateMs` of `retrieveMs`. */
  readonly rankMs: number | null;
  readonly curateMs: number | null;
  readonly totalMs: number;
}

/** How a question came by an answer that an administrator has pinned. */
export interface Curation {
  readonly id: string;
  /** Which version of it was given. */
  readonly revision: number;
  /** The pinned question or paraphrase that matched. */
  readonly question: string;
  /** 1 if they are written alike, else the cosine of their vectors. */
  readonly similarity: number;
}

export type AnswerStatus = 'answered' | 'unsure' | 'not_found';

export type NotFoundReason = 'empty_collection' | 'nothing_retrieved' | 'no_span';

export interface Answer {
  readonly id: string;
  readonly conversationId: string | null;
  readonly question: string;
  readonly standaloneQuestion: string | null;
  readonly status: AnswerStatus;
  /** A {@link NotFoundReason}, or a reason that a newer server knows. */
  readonly reason: string | null;
  readonly text: string | null;
  /** Calibrated probability, 0 to 1, that the answer is right; without meaning if it is curated. */
  readonly confidence: number;
  /** Null also for a curated answer in an administrator's own words. */
  readonly citation: Citation | null;
  /** The answers where several stand together, in the document's order; not from older servers. */
  readonly items?: readonly AnswerItem[];
  /** Whether the document has more of them; not from older servers. */
  readonly itemsContinue?: boolean;
  readonly corroboration: readonly Corroboration[];
  readonly disagreement: boolean;
  readonly alternatives: readonly Alternative[];
  readonly passages: readonly AnswerPassage[];
  readonly explanation: Explanation | null;
  readonly provenance: Provenance | null;
  readonly timings: Timings | null;
  /** Null unless an administrator has pinned the answer, and from servers that know none. */
  readonly curated: Curation | null;
  /** False if the server's disk was full: it cannot be looked up later, or rated; not from older servers. */
  readonly kept?: boolean;
}

export interface Turn {
  readonly question: string;
  readonly answer: Answer;
}
