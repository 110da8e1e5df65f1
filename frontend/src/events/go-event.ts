/** Another page of the app is to be shown. */
export class GoEvent extends Event {
  static readonly type = 'passim-go';

  constructor(
    readonly path: string,
    /** What is shown stays, only more or less of it; then the focus stays too. */
    readonly within = false,
  ) {
    super(GoEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-go': GoEvent;
  }
}
