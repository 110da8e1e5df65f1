import { define } from '../define';
import { FeedbackElement } from './feedback.component';

export { FeedbackElement };

define('passim-feedback', FeedbackElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-feedback': FeedbackElement;
  }
}
