import { define } from '../../components';
import { ChatPageElement } from './chat-page.component';

export { ChatPageElement };

define('passim-chat-page', ChatPageElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-chat-page': ChatPageElement;
  }
}
