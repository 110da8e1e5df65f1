import { define } from '../define';
import { AlternativesElement } from './alternatives.component';

export { AlternativesElement };

define('passim-alternatives', AlternativesElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-alternatives': AlternativesElement;
  }
}
