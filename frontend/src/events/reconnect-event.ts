/** A person does not want to wait for the next attempt to connect. */
export class ReconnectEvent extends Event {
  static readonly type = 'passim-reconnect';

  constructor() {
    super(ReconnectEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-reconnect': ReconnectEvent;
  }
}
