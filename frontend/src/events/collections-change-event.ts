/** Other collections were chosen; none for all. */
export class CollectionsChangeEvent extends Event {
  static readonly type = 'passim-collections-change';

  constructor(readonly collectionIds: readonly string[]) {
    super(CollectionsChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-collections-change': CollectionsChangeEvent;
  }
}
