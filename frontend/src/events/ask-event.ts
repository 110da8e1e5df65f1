/** A question was asked. `standalone` means: do not rewrite it. */
export class AskEvent extends Event {
  static readonly type = 'passim-ask';

  constructor(
    readonly question: string,
    readonly standalone: boolean,
  ) {
    super(AskEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-ask': AskEvent;
  }
}
