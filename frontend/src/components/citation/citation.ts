import { define } from '../define';
import { CitationElement } from './citation.component';

export { CitationElement };

define('passim-citation', CitationElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-citation': CitationElement;
  }
}
