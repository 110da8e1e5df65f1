import { define } from '../../components';
import { EvaluationStartElement, longestName } from './evaluation-start.component';

export { EvaluationStartElement, longestName };

define('passim-evaluation-start', EvaluationStartElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-evaluation-start': EvaluationStartElement;
  }
}
