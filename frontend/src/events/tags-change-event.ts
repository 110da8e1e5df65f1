/** Other tags than before. */
export class TagsChangeEvent extends Event {
  static readonly type = 'passim-tags-change';

  constructor(readonly tags: readonly string[]) {
    super(TagsChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-tags-change': TagsChangeEvent;
  }
}
