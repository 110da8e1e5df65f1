/** A new collection is wanted. */
export class CollectionCreateEvent extends Event {
  static readonly type = 'passim-collection-create';

  constructor(
    readonly name: string,
    readonly language: string | null,
  ) {
    super(CollectionCreateEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-collection-create': CollectionCreateEvent;
  }
}
