/** The ways to ask a question are others now. */
export class PhrasesChangeEvent extends Event {
  static readonly type = 'passim-phrases-change';

  constructor(readonly phrases: readonly string[]) {
    super(PhrasesChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-phrases-change': PhrasesChangeEvent;
  }
}
