/** A document was chosen, or none any more. */
export class DocumentChoiceEvent extends Event {
  static readonly type = 'passim-document-choice';

  constructor(readonly documentId: string | null) {
    super(DocumentChoiceEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-document-choice': DocumentChoiceEvent;
  }
}
