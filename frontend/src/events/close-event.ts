/** A panel closed, or should. */
export class CloseEvent extends Event {
  static readonly type = 'passim-close';

  constructor() {
    super(CloseEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-close': CloseEvent;
  }
}
