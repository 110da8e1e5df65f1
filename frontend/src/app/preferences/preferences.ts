import { define } from '../../components';
import { PreferencesElement } from './preferences.component';

export { PreferencesElement };

define('passim-preferences', PreferencesElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-preferences': PreferencesElement;
  }
}
