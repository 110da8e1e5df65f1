import { define } from '../define';
import { ThreadElement } from './thread.component';

export { ThreadElement };

define('passim-thread', ThreadElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-thread': ThreadElement;
  }
}
