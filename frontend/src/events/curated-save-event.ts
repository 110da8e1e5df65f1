/** An answer to be pinned: in own words, or in those that stand at a place in a document. */
export type WantedAnswer = {
  readonly question: string;
  readonly paraphrases: readonly string[];
  readonly collectionIds: readonly string[];
} & ({ readonly text: string } | { readonly citation: WantedPlace });

/** Words of a document. */
export interface WantedPlace {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An answer is to be pinned. */
export class CuratedSaveEvent extends Event {
  static readonly type = 'passim-curated-save';

  constructor(readonly answer: WantedAnswer) {
    super(CuratedSaveEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-curated-save': CuratedSaveEvent;
  }
}
