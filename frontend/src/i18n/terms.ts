/** Everything that Passim says in words. A term that a language lacks fails compilation; plurals are functions. */
export interface Terms {
  readonly language: Language;
  readonly languageName: string;

  readonly app: {
    readonly ask: string;
    readonly documents: string;
    readonly tagline: string;
    readonly skipToContent: string;
    readonly language: string;
    readonly theme: (name: string) => string;
    readonly themes: Readonly<Record<ThemeChoice, string>>;
    readonly menu: string;
    readonly close: string;
    readonly cancel: string;
    readonly tryAgain: string;
    readonly loading: string;
    readonly pageNotFound: string;
  };

  readonly chat: {
    readonly title: string;
    readonly emptyTitle: string;
    readonly emptyText: string;
    readonly tryOne: string;
    readonly examples: readonly string[];
    readonly noDocumentsTitle: string;
    readonly noDocumentsText: string;
    readonly uploadFirst: string;
    readonly questionLabel: string;
    readonly placeholder: string;
    readonly followUpPlaceholder: string;
    readonly send: string;
    readonly stop: string;
    readonly keys: string;
    readonly searchIn: string;
    readonly allCollections: string;
    readonly you: string;
    readonly latest: string;
    readonly tooLong: (limit: number) => string;
  };

  readonly conversations: {
    readonly title: string;
    readonly start: string;
    readonly none: string;
    readonly untitled: string;
    readonly remove: (title: string) => string;
    readonly removeTitle: string;
    readonly removeText: (title: string) => string;
    readonly removeConfirm: string;
    readonly export: string;
  };

  readonly phase: {
    readonly waiting: string;
    readonly waitingForConnection: string;
    readonly understanding: string;
    readonly retrieving: string;
    readonly reading: (done: number, total: number) => string;
    readonly retrying: string;
    readonly stopping: string;
    readonly stopped: string;
    readonly askAgain: string;
  };

  readonly answer: {
    readonly announce: (sentence: string, source: string, confidence: string) => string;
    readonly announceUnsure: string;
    readonly searchedFor: string;
    readonly undo: string;
    readonly page: (page: number) => string;
    readonly source: string;
    readonly openSource: (title: string) => string;
    readonly superseded: string;
    readonly deleted: string;
    readonly deletedQuote: string;
    readonly confidence: string;
    readonly confidenceWords: Readonly<Record<'high' | 'good' | 'fair' | 'low', string>>;
    readonly confidenceHint: string;
    readonly alsoIn: (places: number) => string;
    readonly disagreement: string;
    readonly disagreementText: string;
    readonly uploaded: (date: string) => string;
    readonly alternatives: (count: number) => string;
    readonly unsureTitle: string;
    readonly unsureText: (confidence: string) => string;
    readonly unsureNoPassages: string;
    readonly possible: string;
    readonly passages: (count: number) => string;
    readonly allPassages: (count: number) => string;
    readonly notFoundTitle: string;
    readonly reasons: Readonly<
      Record<'empty_collection' | 'nothing_retrieved' | 'no_span', string>
    >;
    readonly reasonUnknown: string;
    readonly upload: string;
    readonly copy: string;
    readonly copied: string;
    readonly untitledDocument: string;
  };

  readonly why: {
    readonly title: string;
    readonly followUp: string;
    readonly followUpText: string;
    readonly carried: string;
    readonly candidates: string;
    readonly retrieval: string;
    readonly rank: string;
    readonly passage: string;
    readonly score: string;
    readonly lexical: string;
    readonly dense: string;
    readonly matched: string;
    readonly reading: string;
    readonly passagesRead: (count: number) => string;
    readonly startLogit: string;
    readonly endLogit: string;
    readonly nullLogit: string;
    readonly logitsHint: string;
    readonly questionTokens: string;
    readonly calibration: string;
    readonly threshold: string;
    readonly time: string;
    readonly understand: string;
    readonly retrieve: string;
    readonly read: string;
    readonly total: string;
    readonly madeWith: string;
    readonly reader: string;
    readonly encoder: string;
    readonly indexGeneration: string;
    readonly configuration: string;
    readonly none: string;
  };

  readonly feedback: {
    readonly label: string;
    readonly up: string;
    readonly down: string;
    readonly thanks: string;
    readonly expected: string;
    readonly expectedPlaceholder: string;
    readonly send: string;
    readonly sent: string;
  };

  readonly connection: {
    readonly connecting: string;
    readonly online: string;
    readonly reconnecting: (seconds: number) => string;
    readonly offline: string;
    readonly refused: string;
    readonly tryNow: string;
  };

  readonly library: {
    readonly title: string;
    readonly collections: string;
    readonly newCollection: string;
    readonly collectionName: string;
    readonly collectionLanguage: string;
    readonly languageAuto: string;
    readonly create: string;
    readonly counts: (documents: number, passages: number) => string;
    readonly removeCollectionTitle: string;
    readonly removeCollectionText: (name: string, documents: number) => string;
    readonly drop: string;
    readonly dropHere: string;
    readonly choose: string;
    readonly formats: string;
    readonly uploadLabel: string;
    readonly emptyTitle: string;
    readonly emptyText: string;
    readonly noCollections: string;
    readonly uploading: (share: string) => string;
    readonly statuses: Readonly<
      Record<'queued' | 'parsing' | 'indexing' | 'ready' | 'failed' | 'superseded', string>
    >;
    readonly pages: (count: number) => string;
    readonly passages: (count: number) => string;
    readonly duplicate: (title: string) => string;
    readonly duplicateUnknown: string;
    readonly remove: (title: string) => string;
    readonly removeTitle: string;
    readonly removeText: (title: string) => string;
    readonly removeConfirm: string;
    readonly dismiss: (filename: string) => string;
    readonly cancelUpload: (filename: string) => string;
    readonly open: (title: string) => string;
    readonly filter: string;
    readonly noMatch: string;
    readonly added: (date: string) => string;
  };

  readonly viewer: {
    readonly back: string;
    readonly loading: string;
    readonly original: string;
    readonly toPassage: string;
    readonly page: (page: number, pages: number) => string;
    readonly goToPage: string;
    readonly gone: string;
    readonly goneText: string;
    readonly notReady: string;
    readonly notReadyText: string;
    readonly spanMissing: string;
    readonly cited: string;
    readonly empty: string;
    readonly pageOf: (label: string, page: number, pages: number) => string;
    readonly pageField: string;
    readonly ofPages: (pages: number) => string;
    readonly view: string;
    readonly pagesView: string;
    readonly textView: string;
    readonly openingPages: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fitWidth: string;
    readonly zoom: (percent: string) => string;
    readonly find: string;
    readonly findField: string;
    readonly findCount: (current: string, total: string) => string;
    readonly findNone: string;
    readonly nextMatch: string;
    readonly previousMatch: string;
    readonly closeFind: string;
    readonly citations: string;
    readonly citation: (place: number, total: number) => string;
    readonly nextCitation: string;
    readonly previousCitation: string;
    readonly superseded: string;
    readonly openNewer: string;
    readonly deleted: string;
    readonly deletedText: string;
    readonly unaligned: string;
    readonly pagesFailed: string;
    readonly pageDamaged: string;
  };

  readonly widget: {
    readonly open: string;
    readonly close: string;
    readonly heading: string;
    readonly greeting: string;
    readonly note: string;
  };

  /** What went wrong and, where there is something, what to do about it; by the problem's stable code. */
  readonly problems: Readonly<Record<ProblemCode, string>>;
  readonly problemUnknown: (code: string) => string;
}

export type Language = 'en' | 'fr';

export type ThemeChoice = 'auto' | 'light' | 'dark';

export type ProblemCode =
  | 'document_encrypted'
  | 'document_without_text'
  | 'document_damaged'
  | 'parse_timeout'
  | 'parser_crashed'
  | 'empty_file'
  | 'original_missing'
  | 'document_not_found'
  | 'unsupported_media_type'
  | 'too_large'
  | 'storage_full'
  | 'question_empty'
  | 'question_too_long'
  | 'collection_not_found'
  | 'collection_exists'
  | 'conversation_not_found'
  | 'overloaded'
  | 'text_not_available'
  | 'internal_error'
  | 'network'
  | 'aborted'
  | 'unauthorized'
  | 'forbidden'
  | 'response_invalid';
