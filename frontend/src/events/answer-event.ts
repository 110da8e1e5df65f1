/** An answer arrived. `link` leads to the quoted words, where there are any. */
export class AnswerEvent extends Event {
  static readonly type = 'passim-answer';

  constructor(
    readonly question: string,
    readonly status: 'answered' | 'unsure' | 'not_found',
    readonly text: string | null,
    readonly confidence: number,
    readonly link: string | null,
  ) {
    super(AnswerEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-answer': AnswerEvent;
  }
}
