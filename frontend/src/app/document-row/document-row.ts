import { define } from '../../components';
import { DocumentRowElement } from './document-row.component';

export { DocumentRowElement };

define('passim-document-row', DocumentRowElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-document-row': DocumentRowElement;
  }
}
