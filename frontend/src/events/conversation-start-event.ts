/** A new conversation is wanted. */
export class ConversationStartEvent extends Event {
  static readonly type = 'passim-conversation-start';

  constructor() {
    super(ConversationStartEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-conversation-start': ConversationStartEvent;
  }
}
