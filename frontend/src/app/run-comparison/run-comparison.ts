import { define } from '../../components';
import { RunComparisonElement } from './run-comparison.component';

export { RunComparisonElement };

define('passim-run-comparison', RunComparisonElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-run-comparison': RunComparisonElement;
  }
}
