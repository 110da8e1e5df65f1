/** A collection was chosen in the library. */
export class CollectionSelectEvent extends Event {
  static readonly type = 'passim-collection-select';

  constructor(readonly id: string) {
    super(CollectionSelectEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-collection-select': CollectionSelectEvent;
  }
}
