import { define } from '../../components';
import { EvaluationStartElement } from './evaluation-start.component';

export { EvaluationStartElement };

define('passim-evaluation-start', EvaluationStartElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-evaluation-start': EvaluationStartElement;
  }
}
