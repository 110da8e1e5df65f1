import { define } from '../../components';
import { TagInputElement } from './tag-input.component';

export { TagInputElement };

define('passim-tag-input', TagInputElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-tag-input': TagInputElement;
  }
}
