import { define } from '../../components';
import { QuestionTableElement } from './question-table.component';

export { QuestionTableElement };

define('passim-question-table', QuestionTableElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-question-table': QuestionTableElement;
  }
}
