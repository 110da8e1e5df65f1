export interface WantedFilters {
  readonly tags?: readonly string[];
  readonly languages?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** The next questions are limited otherwise. */
export class FiltersChangeEvent extends Event {
  static readonly type = 'passim-filters-change';

  constructor(readonly filters: WantedFilters) {
    super(FiltersChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-filters-change': FiltersChangeEvent;
  }
}
