import { define } from '../../components';
import { AppElement } from './app.component';

export { AppElement };

define('passim-app', AppElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-app': AppElement;
  }
}
