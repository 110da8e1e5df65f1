import { define } from '../../components';
import { PhraseListElement } from './phrase-list.component';

export { PhraseListElement };

define('passim-phrase-list', PhraseListElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-phrase-list': PhraseListElement;
  }
}
