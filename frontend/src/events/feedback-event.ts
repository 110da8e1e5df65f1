/** A person rated an answer. */
export class FeedbackEvent extends Event {
  static readonly type = 'passim-feedback';

  constructor(
    readonly answerId: string,
    readonly rating: 'up' | 'down',
    readonly expected: string | null,
  ) {
    super(FeedbackEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-feedback': FeedbackEvent;
  }
}
