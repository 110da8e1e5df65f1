import { define } from '../../components';
import { DocumentEditElement } from './document-edit.component';

export { DocumentEditElement };

define('passim-document-edit', DocumentEditElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-document-edit': DocumentEditElement;
  }
}
