import { define } from '../../components';
import { PopupElement } from './popup.component';

export { PopupElement };

define('passim-popup', PopupElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-popup': PopupElement;
  }
}
