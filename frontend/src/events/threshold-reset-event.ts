/** A collection is to answer from the server's own threshold on. */
export class ThresholdResetEvent extends Event {
  static readonly type = 'passim-threshold-reset';

  constructor() {
    super(ThresholdResetEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-threshold-reset': ThresholdResetEvent;
  }
}
