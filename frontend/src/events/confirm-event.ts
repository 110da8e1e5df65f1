/** The question of a dialog was answered with yes. */
export class ConfirmEvent extends Event {
  static readonly type = 'passim-confirm';

  constructor() {
    super(ConfirmEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-confirm': ConfirmEvent;
  }
}
