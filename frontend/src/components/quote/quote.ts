import { define } from '../define';
import { QuoteElement } from './quote.component';

export { QuoteElement };

define('passim-quote', QuoteElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-quote': QuoteElement;
  }
}
