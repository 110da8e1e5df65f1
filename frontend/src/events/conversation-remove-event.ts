/** A conversation should be deleted. Not confirmed yet. */
export class ConversationRemoveEvent extends Event {
  static readonly type = 'passim-conversation-remove';

  constructor(readonly id: string) {
    super(ConversationRemoveEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-conversation-remove': ConversationRemoveEvent;
  }
}
