import { define } from '../../components';
import { SearchPageElement } from './search-page.component';

export { SearchPageElement };

define('passim-search-page', SearchPageElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-search-page': SearchPageElement;
  }
}
