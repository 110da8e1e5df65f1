import { define } from '../define';
import { ExchangeElement } from './exchange.component';

export { ExchangeElement };

define('passim-exchange', ExchangeElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-exchange': ExchangeElement;
  }
}
