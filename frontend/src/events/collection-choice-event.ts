/** The collection to search was chosen; null means all of them. */
export class CollectionChoiceEvent extends Event {
  static readonly type = 'passim-collection-choice';

  constructor(readonly collectionId: string | null) {
    super(CollectionChoiceEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-collection-choice': CollectionChoiceEvent;
  }
}
