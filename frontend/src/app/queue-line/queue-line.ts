import { define } from '../../components';
import { QueueLineElement } from './queue-line.component';

export { QueueLineElement };

define('passim-queue-line', QueueLineElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-queue-line': QueueLineElement;
  }
}
