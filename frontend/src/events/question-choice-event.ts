/** Other questions of an evaluation are wanted, or in another order. */
export class QuestionChoiceEvent extends Event {
  static readonly type = 'passim-question-choice';

  constructor(
    readonly text: string,
    readonly verdict: string,
    readonly sort: 'dataset' | 'f1' | 'confidence',
  ) {
    super(QuestionChoiceEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-question-choice': QuestionChoiceEvent;
  }
}
