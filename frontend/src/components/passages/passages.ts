import { define } from '../define';
import { PassagesElement } from './passages.component';

export { PassagesElement };

define('passim-passages', PassagesElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-passages': PassagesElement;
  }
}
