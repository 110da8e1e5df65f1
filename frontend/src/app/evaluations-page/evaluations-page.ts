import { define } from '../../components';
import { EvaluationsPageElement } from './evaluations-page.component';

export { EvaluationsPageElement };

define('passim-evaluations-page', EvaluationsPageElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-evaluations-page': EvaluationsPageElement;
  }
}
