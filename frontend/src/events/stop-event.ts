/** The question with this id should be given up. */
export class StopEvent extends Event {
  static readonly type = 'passim-stop';

  constructor(readonly id: string) {
    super(StopEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-stop': StopEvent;
  }
}
