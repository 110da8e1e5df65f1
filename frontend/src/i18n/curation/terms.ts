/** What the pages of curated answers and reviews say. Apart from the other terms, so that they are loaded with those. */
export interface CurationTerms {
  readonly title: string;
  readonly intro: string;
  readonly add: string;
  readonly back: string;

  readonly list: {
    readonly search: string;
    readonly show: string;
    readonly shows: Readonly<Record<'all' | 'given' | 'stale', string>>;
    readonly shown: (shown: number, total: number) => string;
    readonly none: string;
    readonly noMatch: string;
    readonly more: (count: number) => string;
    readonly paraphrases: (count: number) => string;
    readonly own: string;
    readonly quoted: string;
    readonly changed: (date: string) => string;
    readonly everywhere: string;
    readonly within: (collections: string) => string;
    readonly gone: string;
    readonly edit: (question: string) => string;
    readonly editShort: string;
    readonly remove: (question: string) => string;
    readonly removeShort: string;
    readonly removeTitle: string;
    readonly removeText: (question: string) => string;
    readonly removeConfirm: string;
  };

  /** Why an answer is not given, and what can be done about it. */
  readonly stale: Readonly<Record<StaleState, { readonly label: string; readonly text: string }>>;

  readonly form: {
    readonly newTitle: string;
    readonly editTitle: string;
    readonly question: string;
    readonly questionHint: string;
    readonly paraphrases: string;
    readonly paraphrasesHint: string;
    readonly paraphrase: (place: number) => string;
    readonly addParaphrase: string;
    readonly removeParaphrase: (place: number) => string;
    readonly answer: string;
    readonly quote: string;
    readonly quoteHint: string;
    readonly own: string;
    readonly ownHint: string;
    readonly ownText: string;
    readonly collections: string;
    readonly everywhere: string;
    readonly only: string;
    readonly collectionsHint: string;
    readonly save: string;
    readonly saving: string;
    readonly questionMissing: string;
    readonly answerMissing: string;
    readonly quotationMissing: string;
    readonly noCollection: string;
    readonly newerVersion: string;
    readonly forReview: string;
    readonly shownThen: string;
    readonly takeShown: string;
  };

  readonly quotation: {
    readonly collection: string;
    readonly chooseCollection: string;
    readonly filter: string;
    readonly document: string;
    readonly chooseDocument: string;
    readonly noDocuments: string;
    readonly words: string;
    readonly wordsHint: string;
    readonly once: (page: string | number | null) => string;
    readonly several: (place: number, total: number, page: string | number | null) => string;
    readonly otherwise: string;
    readonly nowhere: string;
    readonly tooLong: (limit: number) => string;
    readonly previous: string;
    readonly next: string;
    readonly take: (words: string) => string;
    readonly selectHint: string;
  };

  readonly reviews: {
    readonly title: string;
    readonly intro: string;
    readonly tabs: Readonly<Record<'open' | 'resolved' | 'cases', string>>;
    readonly noneOpen: string;
    readonly noneResolved: string;
    readonly more: string;
    readonly outcomes: Readonly<Record<'unsure' | 'not_found' | 'answered' | 'curated', string>>;
    readonly asked: (times: number) => string;
    readonly downRated: (times: number) => string;
    readonly last: (date: string) => string;
    readonly everywhere: string;
    readonly shown: string;
    readonly best: string;
    readonly nothingShown: string;
    readonly said: string;
    readonly expected: string;
    readonly search: string;
    readonly searchFor: (question: string) => string;
    readonly pin: string;
    readonly pinFor: (question: string) => string;
    readonly gap: string;
    readonly case: string;
    readonly dismiss: string;
    readonly reopen: string;
    readonly reopenFor: (question: string) => string;
    readonly resolve: (question: string) => string;
    readonly note: Readonly<Record<'gap' | 'dismissed', string>>;
    readonly noteHint: Readonly<Record<'gap' | 'dismissed', string>>;
    readonly submit: Readonly<Record<'gap' | 'case' | 'dismissed', string>>;
    readonly noteMissing: string;
    readonly answers: string;
    readonly answersHint: string;
    readonly answersTooMany: (limit: number) => string;
    readonly answersTooLong: (limit: number) => string;
    readonly context: string;
    readonly contextHint: string;
    readonly contextLacks: (answer: string) => string;
    readonly resolutions: Readonly<Record<'curated' | 'gap' | 'case' | 'dismissed', string>>;
    readonly resolved: (date: string) => string;
    readonly done: (question: string) => string;
    readonly reopened: (question: string) => string;
    readonly showPinned: string;
  };

  readonly cases: {
    readonly intro: string;
    readonly none: string;
    readonly count: (count: number) => string;
    readonly download: string;
    readonly evaluate: string;
    readonly noAnswer: string;
    readonly context: string;
    readonly remove: (question: string) => string;
    readonly removeShort: string;
    readonly removeTitle: string;
    readonly removeText: (question: string) => string;
    readonly removeConfirm: string;
  };

  /** What they say of codes that nothing else brings about. */
  readonly problems: Readonly<Record<string, string>>;
}

/** A state of a pinned answer in which it is not given. */
export type StaleState = 'superseded' | 'deleted' | 'changed' | 'no_collection';
