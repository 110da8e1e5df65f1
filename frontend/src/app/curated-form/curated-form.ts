import { define } from '../../components';
import { CuratedFormElement } from './curated-form.component';

export { CuratedFormElement };

define('passim-curated-form', CuratedFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-curated-form': CuratedFormElement;
  }
}
