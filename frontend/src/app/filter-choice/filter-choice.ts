import { define } from '../../components';
import { FilterChoiceElement } from './filter-choice.component';

export { FilterChoiceElement };

define('passim-filter-choice', FilterChoiceElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-filter-choice': FilterChoiceElement;
  }
}
