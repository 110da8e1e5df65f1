import { define } from '../../components';
import { UploadRowElement } from './upload-row.component';

export { UploadRowElement };

define('passim-upload-row', UploadRowElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-upload-row': UploadRowElement;
  }
}
