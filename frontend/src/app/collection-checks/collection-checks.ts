import { define } from '../../components';
import { CollectionChecksElement } from './collection-checks.component';

export { CollectionChecksElement };

define('passim-collection-checks', CollectionChecksElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-collection-checks': CollectionChecksElement;
  }
}
