/** The decision about a question under review is to be taken back. */
export class ReviewReopenEvent extends Event {
  static readonly type = 'passim-review-reopen';

  constructor() {
    super(ReviewReopenEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-review-reopen': ReviewReopenEvent;
  }
}
