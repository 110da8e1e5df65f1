import { define } from '../../components';
import { DocumentTextElement } from './document-text.component';

export { DocumentTextElement };

define('passim-document-text', DocumentTextElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-document-text': DocumentTextElement;
  }
}
