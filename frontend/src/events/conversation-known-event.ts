/** The page shows this conversation now; null before the first greeting of a new one. */
export class ConversationKnownEvent extends Event {
  static readonly type = 'passim-conversation-known';

  constructor(readonly id: string | null) {
    super(ConversationKnownEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-conversation-known': ConversationKnownEvent;
  }
}
