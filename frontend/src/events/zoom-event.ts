/** Pages are to be shown larger, smaller or as wide as there is room. */
export class ZoomEvent extends Event {
  static readonly type = 'passim-zoom';

  constructor(readonly by: 'in' | 'out' | 'width') {
    super(ZoomEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-zoom': ZoomEvent;
  }
}
