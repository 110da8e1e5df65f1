import { define } from '../define';
import { ConfidenceElement } from './confidence.component';

export { ConfidenceElement };

define('passim-confidence', ConfidenceElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-confidence': ConfidenceElement;
  }
}
