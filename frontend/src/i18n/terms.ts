/** Everything that Passim says in words. A term that a language lacks fails compilation; plurals are functions. */
export interface Terms {
  readonly language: Language;
  readonly languageName: string;

  readonly app: {
    readonly ask: string;
    readonly documents: string;
    readonly search: string;
    readonly evaluations: string;
    readonly curated: string;
    readonly reviews: string;
    readonly more: string;
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
    readonly older: string;
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
    /** By its number, or by what is printed on it. */
    readonly page: (page: number | string) => string;
    readonly source: string;
    readonly openSource: (title: string) => string;
    readonly superseded: string;
    readonly openNewer: string;
    readonly openNewerLabel: (title: string) => string;
    readonly deleted: string;
    readonly deletedQuote: string;
    readonly confidence: string;
    readonly confidenceWords: Readonly<Record<'high' | 'good' | 'fair' | 'low', string>>;
    readonly confidenceHint: string;
    readonly itemsContinue: string;
    readonly notKept: string;
    readonly alsoIn: (places: number) => string;
    readonly disagreement: string;
    readonly disagreementText: string;
    readonly newest: string;
    readonly older: string;
    readonly dated: (date: string) => string;
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
    readonly curated: string;
    readonly curatedOwn: (question: string) => string;
    readonly curatedEdit: string;
    readonly curatedQuote: (question: string) => string;
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
    readonly ranking: string;
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
    /** Told to a screen reader, so without a count that changes. */
    readonly lost: string;
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
    /** From which confidence a collection answers. */
    readonly answersFrom: (threshold: string) => string;
    readonly ownThreshold: string;
    readonly resetThreshold: (threshold: string) => string;
    readonly removeCollectionTitle: string;
    readonly removeCollectionText: (name: string, documents: number) => string;
    readonly drop: string;
    readonly dropHere: string;
    readonly choose: string;
    readonly chooseFolder: string;
    readonly formats: string;
    readonly uploadLabel: string;
    readonly uploadFolderLabel: string;
    readonly lookingIntoFolders: string;
    readonly nothingInFolders: string;
    readonly unreadableEntries: (count: number) => string;
    readonly emptyTitle: string;
    readonly emptyText: string;
    readonly noCollections: string;
    readonly statuses: Readonly<
      Record<'queued' | 'parsing' | 'indexing' | 'ready' | 'failed' | 'superseded', string>
    >;
    readonly pages: (count: number) => string;
    /** Of so many; 0 while that is not known. */
    readonly pagesWithoutText: (count: number, pages: number) => string;
    readonly passages: (count: number) => string;
    readonly remove: (title: string) => string;
    readonly removeTitle: string;
    readonly removeText: (title: string) => string;
    readonly removeConfirm: string;
    readonly filter: string;
    readonly noMatch: string;
    readonly added: (date: string) => string;
  };

  /** Files on their way to the server. */
  readonly uploads: {
    readonly title: string;
    readonly summary: (sent: number, total: number, failed: number) => string;
    readonly done: (sent: number, failed: number) => string;
    readonly timeLeft: (duration: string) => string;
    readonly tooLarge: (limit: string) => string;
    readonly waiting: string;
    readonly busy: string;
    readonly sending: (share: string) => string;
    readonly amount: (sent: string, total: string) => string;
    readonly rate: (bytes: string) => string;
    readonly sent: string;
    readonly cancel: (filename: string) => string;
    readonly cancelAll: string;
    readonly retry: (filename: string) => string;
    readonly retryAll: (count: number) => string;
    readonly dismiss: (filename: string) => string;
    readonly dismissAll: string;
    readonly more: (count: number) => string;
    readonly started: (count: number) => string;
    readonly underway: (sent: number, total: number) => string;
  };

  /** Documents in the library, and what can be done with one. */
  readonly shelf: {
    readonly actions: (title: string) => string;
    readonly openDocument: string;
    readonly edit: string;
    readonly newVersion: string;
    readonly readAgain: string;
    readonly cancel: string;
    readonly stopped: string;
    readonly place: (place: number) => string;
    readonly since: (time: string) => string;
    readonly older: (count: number) => string;
    readonly olderTitle: (title: string) => string;
    readonly removeOlder: (count: number) => string;
    readonly newVersionOf: string;
    readonly newVersionUnderway: string;
    readonly newVersionFailed: string;
    readonly duplicateOf: string;
    readonly duplicateUnknown: string;
    readonly successor: string;
    readonly dated: (date: string) => string;
    readonly tag: string;
    readonly anyTag: string;
    readonly status: string;
    readonly statuses: Readonly<Record<'all' | 'underway' | 'failed', string>>;
    readonly sort: string;
    readonly sorts: Readonly<Record<'added' | 'name' | 'date' | 'folder', string>>;
    readonly noFolder: string;
    readonly shown: (shown: number, total: number) => string;
    readonly list: string;
    readonly showAll: string;
    readonly showTagged: (tag: string) => string;
  };

  /** The server's queue of documents to be read. */
  readonly queue: {
    readonly line: (running: number, waiting: number) => string;
    readonly pages: (perSecond: string) => string;
    readonly restoring: string;
    readonly stalled: string;
  };

  readonly edit: {
    readonly heading: string;
    readonly title: string;
    readonly author: string;
    readonly date: string;
    readonly tags: string;
    readonly tagsHint: string;
    readonly addTag: string;
    readonly removeTag: (tag: string) => string;
    readonly tagTooLong: (limit: number) => string;
    readonly tooManyTags: (limit: number) => string;
    readonly usedHere: string;
    readonly titleMissing: string;
    readonly save: string;
    readonly saving: string;
  };

  /** What a question is limited to. */
  readonly filters: {
    readonly button: string;
    readonly active: (count: number) => string;
    readonly heading: string;
    readonly text: string;
    readonly tags: string;
    readonly noTags: string;
    readonly languages: string;
    readonly dated: string;
    readonly from: string;
    readonly to: string;
    readonly since: (date: string) => string;
    readonly until: (date: string) => string;
    readonly backwards: string;
    readonly clear: string;
    readonly done: string;
    readonly remove: (what: string) => string;
    readonly tagged: (tags: string) => string;
    readonly inLanguage: (languages: string) => string;
    readonly datedFrom: (date: string) => string;
    readonly datedTo: (date: string) => string;
    readonly datedBetween: (from: string, to: string) => string;
    readonly among: (conditions: string) => string;
  };

  /** The search bench: retrieval alone. */

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
    readonly unread: string;
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
    readonly unmarked: (page: number | string) => string;
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
  | 'original_not_kept'
  | 'document_not_found'
  | 'unsupported_media_type'
  | 'too_large'
  | 'storage_full'
  | 'question_empty'
  | 'question_too_long'
  | 'collection_not_found'
  | 'collections_empty'
  | 'collection_exists'
  | 'collection_watched'
  | 'collection_invalid'
  | 'conversation_not_found'
  | 'overloaded'
  | 'text_not_available'
  | 'internal_error'
  | 'network'
  | 'aborted'
  | 'unauthorized'
  | 'forbidden'
  | 'response_invalid'
  | 'cancelled'
  | 'document_deleted'
  | 'document_final'
  | 'document_indexing'
  | 'document_in_progress'
  | 'document_superseded'
  | 'document_duplicate'
  | 'document_not_ready'
  | 'metadata_invalid'
  | 'filter_invalid'
  | 'replaces_invalid'
  | 'query_empty'
  | 'query_too_long';
