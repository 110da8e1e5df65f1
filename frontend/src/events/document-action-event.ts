export type DocumentActionName = 'edit' | 'replace' | 'ingest' | 'cancel' | 'remove';

/** Something should be done with a document. Nothing is confirmed yet. */
export class DocumentActionEvent extends Event {
  static readonly type = 'passim-document-action';

  constructor(
    readonly action: DocumentActionName,
    readonly id: string,
  ) {
    super(DocumentActionEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-document-action': DocumentActionEvent;
  }
}
