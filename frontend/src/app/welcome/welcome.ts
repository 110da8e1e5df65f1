import { define } from '../../components';
import { WelcomeElement } from './welcome.component';

export { WelcomeElement };

define('passim-welcome', WelcomeElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-welcome': WelcomeElement;
  }
}
