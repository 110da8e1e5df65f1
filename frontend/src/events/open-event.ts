/** The panel of the widget opened. */
export class OpenEvent extends Event {
  static readonly type = 'passim-open';

  constructor() {
    super(OpenEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-open': OpenEvent;
  }
}
