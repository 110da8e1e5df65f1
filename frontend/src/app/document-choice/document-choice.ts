import { define } from '../../components';
import { DocumentChoiceElement } from './document-choice.component';

export { DocumentChoiceElement };

define('passim-document-choice', DocumentChoiceElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-document-choice': DocumentChoiceElement;
  }
}
