import { define } from '../../components';
import { QuotationChoiceElement } from './quotation-choice.component';

export { QuotationChoiceElement };

define('passim-quotation-choice', QuotationChoiceElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-quotation-choice': QuotationChoiceElement;
  }
}
