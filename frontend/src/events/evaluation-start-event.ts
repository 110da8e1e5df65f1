/** An evaluation is to be made. */
export class EvaluationStartEvent extends Event {
  static readonly type = 'passim-evaluation-start';

  constructor(
    readonly name: string,
    readonly dataset: File,
    /** None for the dataset's own contexts. */
    readonly collectionIds: readonly string[],
    /** Which answer, one run for each; the server's is null. */
    readonly readers: readonly (string | null)[],
  ) {
    super(EvaluationStartEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-evaluation-start': EvaluationStartEvent;
  }
}
