/** Conversations are wanted that are older than those that are listed. */
export class ConversationsOlderEvent extends Event {
  static readonly type = 'passim-conversations-older';

  constructor() {
    super(ConversationsOlderEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-conversations-older': ConversationsOlderEvent;
  }
}
