/** Another appearance was chosen. */
export class ThemeChangeEvent extends Event {
  static readonly type = 'passim-theme-change';

  constructor(readonly theme: 'auto' | 'light' | 'dark') {
    super(ThemeChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-theme-change': ThemeChangeEvent;
  }
}
