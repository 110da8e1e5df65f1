import { define } from '../../components';
import { CollectionChoiceElement } from './collection-choice.component';

export { CollectionChoiceElement };

define('passim-collection-choice', CollectionChoiceElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-collection-choice': CollectionChoiceElement;
  }
}
