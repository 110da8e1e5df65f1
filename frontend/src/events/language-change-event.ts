/** Another language was chosen. */
export class LanguageChangeEvent extends Event {
  static readonly type = 'passim-language-change';

  constructor(readonly language: 'en' | 'fr') {
    super(LanguageChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-language-change': LanguageChangeEvent;
  }
}
