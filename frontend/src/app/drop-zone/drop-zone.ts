import { define } from '../../components';
import { DropZoneElement } from './drop-zone.component';

export { DropZoneElement };

define('passim-drop-zone', DropZoneElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-drop-zone': DropZoneElement;
  }
}
