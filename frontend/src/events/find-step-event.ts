/** The next match is to be shown (1), or the one before (-1). */
export class FindStepEvent extends Event {
  static readonly type = 'passim-find-step';

  constructor(readonly by: 1 | -1) {
    super(FindStepEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-find-step': FindStepEvent;
  }
}
