import { define } from '../../components';
import { PageControlsElement } from './page-controls.component';

export { PageControlsElement };

define('passim-page-controls', PageControlsElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-page-controls': PageControlsElement;
  }
}
