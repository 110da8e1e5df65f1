import { define } from '../../components';
import { ReviewListElement } from './review-list.component';

export { ReviewListElement };

define('passim-review-list', ReviewListElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-review-list': ReviewListElement;
  }
}
