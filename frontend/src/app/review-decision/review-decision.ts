import { define } from '../../components';
import { ReviewDecisionElement } from './review-decision.component';

export { ReviewDecisionElement };

define('passim-review-decision', ReviewDecisionElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-review-decision': ReviewDecisionElement;
  }
}
