/** A document should be deleted. Not confirmed yet. */
export class DocumentRemoveEvent extends Event {
  static readonly type = 'passim-document-remove';

  constructor(readonly id: string) {
    super(DocumentRemoveEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-document-remove': DocumentRemoveEvent;
  }
}
