import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { quoteOf } from '../../state';
import type { Citation } from '../../state';
import { base } from '../../themes';
import { PassimElement } from '../passim-element';
import { styles } from './quote.styles';

/**
 * A sentence quoted from a document, with the answer marked in it. The words are in their own language, the quotation
 * marks around them in that of the page.
 *
 * @csspart quote - The sentence.
 * @csspart span - The words that answer.
 */
export class QuoteElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) citation: Citation | null = null;
  @property() text: string | null = null;
  /** Further words of the same sentence that answer. */
  @property({ attribute: false }) also: readonly Citation[] = [];
  /** Set for quotations of lesser rank. */
  @property({ type: Boolean, reflect: true }) minor = false;

  override render(): TemplateResult {
    const { citation } = this;
    const quote = citation === null ? null : quoteOf([citation, ...this.also], this.text);
    if (quote === null) {
      return html`<p class="gone">${this.terms.answer.deletedQuote}</p>`;
    }
    return html`<blockquote part="quote" cite=${citation?.link ?? nothing}>
      <p
        ><span lang=${citation?.language ?? nothing}
          >${quote.map(({ text, answers }) => (answers ? html`<strong part="span">${text}</strong>` : text))}</span
      ></p>
    </blockquote>`;
  }
}
