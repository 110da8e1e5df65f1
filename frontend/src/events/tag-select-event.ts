/** Documents with this tag are wanted. */
export class TagSelectEvent extends Event {
  static readonly type = 'passim-tag-select';

  constructor(readonly tag: string) {
    super(TagSelectEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-tag-select': TagSelectEvent;
  }
}
