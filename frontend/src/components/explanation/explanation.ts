import { define } from '../define';
import { ExplanationElement } from './explanation.component';

export { ExplanationElement };

define('passim-explanation', ExplanationElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-explanation': ExplanationElement;
  }
}
