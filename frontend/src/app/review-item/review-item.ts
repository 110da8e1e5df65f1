import { define } from '../../components';
import { ReviewItemElement } from './review-item.component';

export { ReviewItemElement };

define('passim-review-item', ReviewItemElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-review-item': ReviewItemElement;
  }
}
