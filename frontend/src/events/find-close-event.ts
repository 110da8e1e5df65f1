/** The search in the document is over. */
export class FindCloseEvent extends Event {
  static readonly type = 'passim-find-close';

  constructor() {
    super(FindCloseEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-find-close': FindCloseEvent;
  }
}
