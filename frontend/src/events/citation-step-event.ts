/** Another citation of the same answer is to be shown, in the place of this one. */
export class CitationStepEvent extends Event {
  static readonly type = 'passim-citation-step';

  constructor(readonly path: string) {
    super(CitationStepEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-citation-step': CitationStepEvent;
  }
}
