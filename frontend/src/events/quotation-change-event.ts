import type { WantedPlace } from './curated-save-event';

/** Other words of a document were chosen, or none any more. */
export class QuotationChangeEvent extends Event {
  static readonly type = 'passim-quotation-change';

  constructor(readonly place: WantedPlace | null) {
    super(QuotationChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-quotation-change': QuotationChangeEvent;
  }
}
