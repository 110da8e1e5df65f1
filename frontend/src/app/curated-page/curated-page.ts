import { define } from '../../components';
import { CuratedPageElement } from './curated-page.component';

export { CuratedPageElement };

define('passim-curated-page', CuratedPageElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-curated-page': CuratedPageElement;
  }
}
