/** The quoted words could not be found in the pages as they are drawn. */
export class UnalignedEvent extends Event {
  static readonly type = 'passim-unaligned';

  constructor() {
    super(UnalignedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-unaligned': UnalignedEvent;
  }
}
