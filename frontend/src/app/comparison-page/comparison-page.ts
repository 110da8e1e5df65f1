import { define } from '../../components';
import { ComparisonPageElement } from './comparison-page.component';

export { ComparisonPageElement };

define('passim-comparison-page', ComparisonPageElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-comparison-page': ComparisonPageElement;
  }
}
