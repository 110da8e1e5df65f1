import { define } from '../define';
import { ComposerElement } from './composer.component';

export { ComposerElement };

define('passim-composer', ComposerElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-composer': ComposerElement;
  }
}
