import { define } from '../../components';
import { CuratedEditorElement } from './curated-editor.component';

export { CuratedEditorElement };

define('passim-curated-editor', CuratedEditorElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-curated-editor': CuratedEditorElement;
  }
}
