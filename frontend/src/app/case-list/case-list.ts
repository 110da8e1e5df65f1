import { define } from '../../components';
import { CaseListElement } from './case-list.component';

export { CaseListElement };

define('passim-case-list', CaseListElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-case-list': CaseListElement;
  }
}
