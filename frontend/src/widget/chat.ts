import { define } from '../components';
import { ChatElement } from './chat.component';

define('passim-chat', ChatElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-chat': ChatElement;
  }
}
