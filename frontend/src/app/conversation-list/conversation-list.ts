import { define } from '../../components';
import { ConversationListElement } from './conversation-list.component';

export { ConversationListElement };

define('passim-conversation-list', ConversationListElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-conversation-list': ConversationListElement;
  }
}
