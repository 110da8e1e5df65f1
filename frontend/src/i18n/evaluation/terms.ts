/** What the evaluation pages say. Apart from the other terms, so that they are loaded with those pages. */
export interface EvaluationTerms {
  readonly title: string;
  readonly intro: string;
  readonly back: string;

  readonly start: {
    readonly title: string;
    readonly drop: string;
    readonly dropHere: string;
    readonly choose: string;
    readonly chooseOther: string;
    readonly file: string;
    readonly format: string;
    readonly name: string;
    readonly where: string;
    readonly ownContexts: string;
    readonly ownContextsHint: string;
    readonly inCollections: string;
    readonly noCollection: string;
    readonly readers: string;
    readonly readersHint: string;
    readonly noReader: string;
    readonly inUse: string;
    readonly quantised: string;
    readonly submitSeveral: (runs: number) => string;
    readonly submit: string;
    readonly sending: string;
  };

  readonly list: {
    readonly title: string;
    readonly none: string;
    readonly actions: (name: string) => string;
    readonly compareWith: (reader: string) => string;
  };

  readonly statuses: Readonly<
    Record<'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted', string>
  >;
  readonly questions: (count: number) => string;
  readonly encodedOf: (encoded: number, passages: number) => string;
  readonly askedOf: (asked: number, questions: number) => string;
  readonly inOwnContexts: string;
  readonly inNamed: (collections: string) => string;
  readonly lasted: (duration: string) => string;
  readonly interrupted: string;
  readonly cancelled: string;
  readonly cancelledAtOnce: string;

  readonly stop: string;
  readonly csv: string;
  readonly predictions: string;
  readonly remove: string;
  readonly removeTitle: string;
  readonly removeText: (name: string) => string;
  readonly removeConfirm: string;
  readonly export: string;

  readonly groups: Readonly<Record<'answers' | 'retrieval' | 'confidence' | 'latency', string>>;
  readonly metrics: Readonly<Record<MetricName, string>>;
  readonly metricHints: Readonly<Partial<Record<MetricName, string>>>;
  readonly answeredOf: (answered: number, questions: number) => string;
  readonly notMeasured: string;
  readonly madeWith: string;

  readonly reliability: {
    readonly title: string;
    readonly text: string;
    readonly summary: (bins: number, ece: string) => string;
    readonly confidence: string;
    readonly accuracy: string;
    readonly count: string;
    readonly ideal: string;
    readonly none: string;
  };
  readonly risk: {
    readonly title: string;
    readonly text: string;
    readonly summary: (coverage: string) => string;
    readonly coverage: string;
    readonly risk: string;
    readonly confidence: string;
    readonly readout: (coverage: string, risk: string, confidence: string) => string;
    readonly goal: string;
    readonly none: string;
  };
  readonly threshold: {
    readonly title: string;
    readonly text: string;
    readonly label: string;
    readonly marks: string;
    readonly kinds: Readonly<Record<'now' | 'accurate' | 'keeping', string>>;
    readonly neverAccurate: string;
    readonly answerable: (count: number) => string;
    readonly unanswerable: (count: number) => string;
    readonly right: string;
    readonly wrong: string;
    readonly heldBack: string;
    readonly unanswered: string;
    readonly answeredAnyway: string;
    readonly declined: string;
    readonly accuracy: (share: string) => string;
    readonly noneGiven: string;
    readonly use: (threshold: string, collection: string) => string;
    readonly used: (collection: string, threshold: string) => string;
    readonly otherScale: string;
  };
  readonly asTable: string;

  readonly byType: string;
  readonly byLanguage: string;
  readonly type: string;
  readonly language: string;
  readonly count: string;
  readonly types: Readonly<Record<QuestionType, string>>;

  readonly misses: {
    readonly title: string;
    readonly text: string;
    readonly none: string;
    readonly show: (count: number) => string;
  };
  readonly causes: Readonly<Record<CauseName, string>>;
  readonly causeHints: Readonly<Record<CauseName, string>>;

  readonly table: {
    readonly title: string;
    readonly search: string;
    readonly verdict: string;
    readonly verdicts: Readonly<Record<'all' | 'right' | 'wrong', string>>;
    readonly causes: string;
    readonly sort: string;
    readonly sorts: Readonly<Record<'dataset' | 'f1' | 'confidence', string>>;
    readonly question: string;
    readonly expected: string;
    readonly predicted: string;
    readonly f1: string;
    readonly confidence: string;
    readonly result: string;
    readonly right: string;
    readonly noAnswer: string;
    readonly documentDeleted: string;
    readonly held: (best: string) => string;
    readonly rank: (rank: number) => string;
    readonly noRank: string;
    readonly searchFor: (question: string) => string;
    readonly searchLink: string;
    readonly shown: (from: number, to: number, total: number) => string;
    readonly none: string;
    readonly previous: string;
    readonly next: string;
    readonly later: string;
  };

  readonly compare: {
    readonly title: string;
    readonly label: string;
    readonly nothing: string;
    readonly noOthers: string;
    readonly here: string;
    readonly there: string;
    readonly metric: string;
    readonly difference: string;
    /** A difference between two shares, in points of a hundred. */
    readonly points: (difference: string) => string;
    readonly better: string;
    readonly worse: string;
    readonly same: string;
    readonly unclear: string;
    readonly verdictsText: (oneIn: string, latency: string) => string;
    readonly common: (common: number, same: number) => string;
    readonly onlyHere: (count: number) => string;
    readonly onlyThere: (count: number) => string;
    readonly betterTitle: (count: number) => string;
    readonly worseTitle: (count: number) => string;
    readonly noneBetter: string;
    readonly noneWorse: string;
    readonly more: (count: number) => string;
    readonly madeOtherwise: string;
    readonly madeAlike: string;
    /** Title of the page, by the readers. */
    readonly against: (here: string, there: string) => string;
    readonly swap: string;
    readonly csv: string;
    readonly toRun: string;
    readonly waiting: string;
    readonly notDone: string;
    readonly unfair: string;
    readonly unfairness: Readonly<Record<'dataset' | 'scope' | 'documents' | 'encoder', string>>;
    readonly reliability: string;
    readonly risk: string;
    readonly riskSummary: (here: string, there: string) => string;
    readonly questions: string;
  };

  readonly problems: Readonly<Partial<Record<string, string>>>;
}

export type MetricName =
  | 'exact'
  | 'f1'
  | 'hasAnswerExact'
  | 'hasAnswerF1'
  | 'noAnswerAccuracy'
  | 'answered'
  | 'bestExact'
  | 'bestF1'
  | 'recallAt1'
  | 'recallAt5'
  | 'recallAt20'
  | 'mrr'
  | 'ece'
  | 'auroc'
  | 'coverageAtAccuracy80'
  | 'latencyP50'
  | 'latencyP95'
  | 'latencyP99';

export type QuestionType =
  | 'who'
  | 'when'
  | 'where'
  | 'how_many'
  | 'what'
  | 'why'
  | 'which'
  | 'other';

export type CauseName =
  | 'not_retrieved'
  | 'not_read'
  | 'wrong_span'
  | 'ranked_below'
  | 'held_back'
  | 'answered_anyway';
