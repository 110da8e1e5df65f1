/** Another page has come into view, or pages have another size in per cent of paper. */
export class ViewChangeEvent extends Event {
  static readonly type = 'passim-view-change';

  constructor(
    readonly page: number | null,
    readonly percent: number | null,
  ) {
    super(ViewChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-view-change': ViewChangeEvent;
  }
}
