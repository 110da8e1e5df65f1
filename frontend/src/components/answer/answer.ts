import { define } from '../define';
import { AnswerElement } from './answer.component';

export { AnswerElement };

define('passim-answer', AnswerElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-answer': AnswerElement;
  }
}
