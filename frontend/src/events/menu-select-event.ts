/** An item of a menu was chosen. */
export class MenuSelectEvent extends Event {
  static readonly type = 'passim-menu-select';

  constructor(readonly item: string) {
    super(MenuSelectEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-menu-select': MenuSelectEvent;
  }
}
