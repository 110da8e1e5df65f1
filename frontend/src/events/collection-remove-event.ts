/** A collection should be deleted. Not confirmed yet. */
export class CollectionRemoveEvent extends Event {
  static readonly type = 'passim-collection-remove';

  constructor(readonly id: string) {
    super(CollectionRemoveEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-collection-remove': CollectionRemoveEvent;
  }
}
