import { define } from '../../components';
import { QuotationTextElement } from './quotation-text.component';

export { QuotationTextElement };

define('passim-quotation-text', QuotationTextElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-quotation-text': QuotationTextElement;
  }
}
