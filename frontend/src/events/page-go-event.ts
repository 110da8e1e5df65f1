/** A page of the document is to be shown, by its number from 1. */
export class PageGoEvent extends Event {
  static readonly type = 'passim-page-go';

  constructor(readonly page: number) {
    super(PageGoEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-page-go': PageGoEvent;
  }
}
