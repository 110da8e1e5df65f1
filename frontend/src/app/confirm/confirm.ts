import { define } from '../../components';
import { ConfirmElement } from './confirm.component';

export { ConfirmElement };

define('passim-confirm', ConfirmElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-confirm': ConfirmElement;
  }
}
