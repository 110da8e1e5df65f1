/** Other documents are wanted, or in another order. */
export class ShelfChoiceEvent extends Event {
  static readonly type = 'passim-shelf-choice';

  constructor(
    readonly text: string,
    readonly tag: string | null,
    readonly status: 'all' | 'underway' | 'failed',
    readonly sort: 'added' | 'name' | 'date' | 'folder',
  ) {
    super(ShelfChoiceEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-shelf-choice': ShelfChoiceEvent;
  }
}
