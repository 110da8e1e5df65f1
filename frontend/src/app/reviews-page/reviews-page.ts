import { define } from '../../components';
import { ReviewsPageElement } from './reviews-page.component';

export { ReviewsPageElement };

define('passim-reviews-page', ReviewsPageElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-reviews-page': ReviewsPageElement;
  }
}
