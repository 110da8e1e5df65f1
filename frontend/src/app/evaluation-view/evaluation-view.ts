import { define } from '../../components';
import { EvaluationViewElement } from './evaluation-view.component';

export { EvaluationViewElement };

define('passim-evaluation-view', EvaluationViewElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-evaluation-view': EvaluationViewElement;
  }
}
