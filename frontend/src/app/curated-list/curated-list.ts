import { define } from '../../components';
import { CuratedListElement } from './curated-list.component';

export { CuratedListElement };

define('passim-curated-list', CuratedListElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-curated-list': CuratedListElement;
  }
}
