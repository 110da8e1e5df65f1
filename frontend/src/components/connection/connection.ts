import { define } from '../define';
import { ConnectionElement } from './connection.component';

export { ConnectionElement };

define('passim-connection', ConnectionElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-connection': ConnectionElement;
  }
}
