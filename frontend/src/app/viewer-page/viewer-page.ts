import { define } from '../../components';
import { ViewerPageElement } from './viewer-page.component';

export { ViewerPageElement };

define('passim-viewer-page', ViewerPageElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-viewer-page': ViewerPageElement;
  }
}
