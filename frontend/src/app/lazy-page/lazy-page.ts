import { define } from '../../components';
import { LazyPageElement } from './lazy-page.component';

export { LazyPageElement };

define('passim-lazy-page', LazyPageElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-lazy-page': LazyPageElement;
  }
}
