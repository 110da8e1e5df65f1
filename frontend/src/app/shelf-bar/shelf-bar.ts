import { define } from '../../components';
import { ShelfBarElement } from './shelf-bar.component';

export { ShelfBarElement };

define('passim-shelf-bar', ShelfBarElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-shelf-bar': ShelfBarElement;
  }
}
