/** Words that were selected in a document are to be taken. */
export class SpanTakeEvent extends Event {
  static readonly type = 'passim-span-take';

  constructor(
    readonly start: number,
    readonly end: number,
  ) {
    super(SpanTakeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-span-take': SpanTakeEvent;
  }
}
