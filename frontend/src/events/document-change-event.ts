export interface DocumentEdit {
  readonly title?: string;
  readonly author?: string | null;
  readonly date?: string | null;
  readonly tags?: readonly string[];
}

/** The details of a document were edited; only what is new is named. */
export class DocumentChangeEvent extends Event {
  static readonly type = 'passim-document-change';

  constructor(readonly change: DocumentEdit) {
    super(DocumentChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-document-change': DocumentChangeEvent;
  }
}
