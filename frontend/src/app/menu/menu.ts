import { define } from '../../components';
import { MenuElement } from './menu.component';

export { MenuElement };

define('passim-menu', MenuElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-menu': MenuElement;
  }
}
