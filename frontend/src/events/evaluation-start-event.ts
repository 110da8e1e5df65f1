/** An evaluation is to be made. */
export class EvaluationStartEvent extends Event {
  static readonly type = 'passim-evaluation-start';

  constructor(
    readonly name: string,
    readonly dataset: File,
    /** None for the dataset's own contexts. */
    readonly collectionIds: readonly string[],
  ) {
    super(EvaluationStartEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-evaluation-start': EvaluationStartEvent;
  }
}
