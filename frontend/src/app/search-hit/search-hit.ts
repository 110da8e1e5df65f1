import { define } from '../../components';
import { SearchHitElement } from './search-hit.component';

export { SearchHitElement };

define('passim-search-hit', SearchHitElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-search-hit': SearchHitElement;
  }
}
