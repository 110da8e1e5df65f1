import { define } from '../../components';
import { CollectionListElement } from './collection-list.component';

export { CollectionListElement };

define('passim-collection-list', CollectionListElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-collection-list': CollectionListElement;
  }
}
