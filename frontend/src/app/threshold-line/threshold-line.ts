import { define } from '../../components';
import { ThresholdLineElement } from './threshold-line.component';

export { ThresholdLineElement };

define('passim-threshold-line', ThresholdLineElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-threshold-line': ThresholdLineElement;
  }
}
