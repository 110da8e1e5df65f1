/** What becomes of a question under review. */
export type WantedDecision =
  | { readonly kind: 'gap'; readonly note: string }
  | { readonly kind: 'case'; readonly answers: readonly string[]; readonly context?: string }
  | { readonly kind: 'dismissed'; readonly note?: string };

/** A question under review was decided about. */
export class ReviewDecisionEvent extends Event {
  static readonly type = 'passim-review-decision';

  constructor(readonly decision: WantedDecision) {
    super(ReviewDecisionEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-review-decision': ReviewDecisionEvent;
  }
}
