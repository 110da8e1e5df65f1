/** Another page of the app is to be shown. */
export class GoEvent extends Event {
  static readonly type = 'passim-go';

  constructor(readonly path: string) {
    super(GoEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-go': GoEvent;
  }
}
