/** An earlier conversation was chosen. */
export class ConversationSelectEvent extends Event {
  static readonly type = 'passim-conversation-select';

  constructor(readonly id: string) {
    super(ConversationSelectEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-conversation-select': ConversationSelectEvent;
  }
}
