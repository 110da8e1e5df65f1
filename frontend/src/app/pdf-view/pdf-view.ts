import { define } from '../../components';
import { openPdf, type PdfFile } from './pdf-file';
import { PdfViewElement } from './pdf-view.component';

export { openPdf, type PdfFile, PdfViewElement };

define('passim-pdf-view', PdfViewElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-pdf-view': PdfViewElement;
  }
}
