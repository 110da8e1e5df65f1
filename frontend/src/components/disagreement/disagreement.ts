import { define } from '../define';
import { DisagreementElement } from './disagreement.component';

export { DisagreementElement };

define('passim-disagreement', DisagreementElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-disagreement': DisagreementElement;
  }
}
