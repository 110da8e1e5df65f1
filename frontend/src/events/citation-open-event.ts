/** A citation was followed. Cancel it to open the document in your own way. */
export class CitationOpenEvent extends Event {
  static readonly type = 'passim-citation-open';

  constructor(
    readonly documentId: string,
    readonly href: string,
  ) {
    super(CitationOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-citation-open': CitationOpenEvent;
  }
}
