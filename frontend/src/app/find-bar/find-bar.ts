import { define } from '../../components';
import { FindBarElement } from './find-bar.component';

export { FindBarElement };

define('passim-find-bar', FindBarElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-find-bar': FindBarElement;
  }
}
