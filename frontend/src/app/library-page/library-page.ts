import { define } from '../../components';
import { LibraryPageElement } from './library-page.component';

export { LibraryPageElement };

define('passim-library-page', LibraryPageElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-library-page': LibraryPageElement;
  }
}
