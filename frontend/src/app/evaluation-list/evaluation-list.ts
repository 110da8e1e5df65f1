import { define } from '../../components';
import { EvaluationListElement } from './evaluation-list.component';

export { EvaluationListElement };

define('passim-evaluation-list', EvaluationListElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-evaluation-list': EvaluationListElement;
  }
}
