import { define } from '../../components';
import { CitationStepsElement } from './citation-steps.component';

export { CitationStepsElement };

define('passim-citation-steps', CitationStepsElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-citation-steps': CitationStepsElement;
  }
}
