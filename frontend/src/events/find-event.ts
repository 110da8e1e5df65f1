/** Words to look for in the document. */
export class FindEvent extends Event {
  static readonly type = 'passim-find';

  constructor(readonly query: string) {
    super(FindEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-find': FindEvent;
  }
}
