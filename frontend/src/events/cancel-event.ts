/** A dialog was left without doing anything. */
export class CancelEvent extends Event {
  static readonly type = 'passim-cancel';

  constructor() {
    super(CancelEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-cancel': CancelEvent;
  }
}
