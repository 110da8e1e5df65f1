import type { Provenance } from './answer';

export type EvaluationStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';

/** Where a question that was not answered rightly went wrong. */
export type MissCause =
  | 'not_retrieved'
  | 'not_read'
  | 'wrong_span'
  | 'ranked_below'
  | 'held_back'
  | 'answered_anyway';

/** Shares lie between 0 and 1; null where no question bears on it. */
export interface EvaluationMetrics {
  readonly questions: number;
  readonly answerable: number;
  readonly unanswerable: number;
  readonly answered: number;
  readonly exact: number | null;
  readonly f1: number | null;
  readonly hasAnswerExact: number | null;
  readonly hasAnswerF1: number | null;
  readonly noAnswerAccuracy: number | null;
  /** Of the best candidates, whatever their confidence. */
  readonly bestExact: number | null;
  readonly bestF1: number | null;
  /** By the number of passages that are looked at. */
  readonly recallAt: Readonly<Record<string, number | null>>;
  readonly mrr: number | null;
  readonly ece: number | null;
  readonly auroc: number | null;
  readonly coverageAtAccuracy80: number | null;
  /** By percentile. */
  readonly latencyMs: Readonly<Record<string, number | null>>;
}

/** A bin of like confidences: their mean, and the share of right answers. */
export interface ReliabilityBin {
  readonly confidence: number;
  readonly accuracy: number;
  readonly count: number;
}

/** What share of all questions is answered from a confidence on, and what share of those wrongly. */
export interface RiskPoint {
  readonly coverage: number;
  readonly risk: number;
  readonly confidence: number;
}

export interface GroupScore {
  readonly questions: number;
  readonly exact: number | null;
  readonly f1: number | null;
  readonly recallAt20: number | null;
  /** Of the best candidates, whatever their confidence; this and what follows is null in older runs. */
  readonly bestF1: number | null;
  /** Mean of the best candidates'. */
  readonly confidence: number | null;
  /** The median. */
  readonly latencyMs: number | null;
}

export interface TypeScore extends GroupScore {
  readonly type: string;
}

export interface LanguageScore extends GroupScore {
  readonly language: string;
}

export interface Evaluation {
  readonly id: string;
  readonly name: string;
  readonly status: EvaluationStatus;
  readonly problem: { readonly code: string; readonly detail: string | null } | null;
  /** Null if the dataset's own contexts are asked. */
  readonly collectionIds: readonly string[] | null;
  /** That was asked for; null for the server's. */
  readonly reader: string | null;
  /** The same for the same dataset; null if it is not known. */
  readonly datasetSha256: string | null;
  readonly questions: number;
  readonly asked: number;
  /** Null unless it runs. */
  readonly stage: string | null;
  /** Of the dataset's own contexts, which are encoded first; null unless it runs over them. */
  readonly passages: number | null;
  readonly encoded: number | null;
  readonly progress: number | null;
  /** Of the stage. */
  readonly secondsLeft: number | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly provenance: Provenance | null;
  readonly metrics: EvaluationMetrics | null;
  readonly reliability: readonly ReliabilityBin[];
  readonly riskCoverage: readonly RiskPoint[];
  readonly types: readonly TypeScore[];
  readonly languages: readonly LanguageScore[];
  /** Questions by {@link MissCause}, or by a cause that a newer server knows. */
  readonly misses: Readonly<Record<string, number>>;
}

export interface QuestionResult {
  readonly id: string;
  readonly question: string;
  readonly type: string | null;
  readonly language: string | null;
  /** Empty if the dataset has no answer. */
  readonly expected: readonly string[];
  /** Empty for an abstention. */
  readonly predicted: string;
  /** The best candidate; null if there was none. */
  readonly best: string | null;
  readonly exact: boolean;
  readonly f1: number;
  readonly bestF1: number | null;
  readonly confidence: number | null;
  /** Of the first passage that holds an expected answer. */
  readonly rank: number | null;
  /** A {@link MissCause}, or one that a newer server knows; null if the question was answered rightly. */
  readonly cause: string | null;
  readonly latencyMs: number | null;
  /** The words of `predicted` and `best` are gone with their document. */
  readonly documentDeleted: boolean;
}

export interface ComparedAnswer {
  readonly predicted: string;
  readonly f1: number;
  readonly confidence: number | null;
  readonly cause: string | null;
  /** The words are gone with their document. */
  readonly documentDeleted: boolean;
}

export interface ComparedQuestion {
  readonly id: string;
  readonly question: string;
  readonly expected: readonly string[];
  readonly here: ComparedAnswer;
  readonly there: ComparedAnswer;
}

export interface ComparedMetric {
  readonly metric: string;
  readonly here: number | null;
  readonly there: number | null;
  /** Here minus there. */
  readonly difference: number | null;
  /** Of a paired test over the common questions; null where there can be none, and from older servers. */
  readonly pValue: number | null;
}

export interface Comparison {
  readonly here: string;
  readonly there: string;
  readonly provenance: { readonly here: Provenance | null; readonly there: Provenance | null };
  readonly evaluations: { readonly here: Evaluation; readonly there: Evaluation };
  readonly questions: {
    readonly common: number;
    readonly onlyHere: number;
    readonly onlyThere: number;
    readonly same: number;
  };
  readonly metrics: readonly ComparedMetric[];
  readonly better: readonly ComparedQuestion[];
  readonly worse: readonly ComparedQuestion[];
}

/** A reader in the server's models directory; what its manifest tells is null if that cannot be read. */
export interface Model {
  /** Of its folder. */
  readonly name: string;
  readonly languages: readonly string[] | null;
  /** Size of its graph. */
  readonly bytes: number | null;
  readonly sha256: string | null;
  /** Dynamically. */
  readonly quantised: boolean | null;
  readonly licence: string | null;
  /** It answers people's questions. */
  readonly inUse: boolean;
  /** Why it cannot be used. */
  readonly problem: { readonly code: string; readonly detail: string | null } | null;
  /** Hash of its calibration, as in a provenance; null from older servers and where there is a problem. */
  readonly calibration: string | null;
}
