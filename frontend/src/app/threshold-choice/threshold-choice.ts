import { define } from '../../components';
import { ThresholdChoiceElement } from './threshold-choice.component';

export { ThresholdChoiceElement };

define('passim-threshold-choice', ThresholdChoiceElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-threshold-choice': ThresholdChoiceElement;
  }
}
