/** A collection is not as it was: whoever shows it should fetch it again. */
export class CollectionChangedEvent extends Event {
  static readonly type = 'passim-collection-changed';

  constructor(readonly id: string) {
    super(CollectionChangedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-collection-changed': CollectionChangedEvent;
  }
}
