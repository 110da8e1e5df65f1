import { define } from '../../components';
import { UploadPanelElement } from './upload-panel.component';

export { UploadPanelElement };

define('passim-upload-panel', UploadPanelElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-upload-panel': UploadPanelElement;
  }
}
