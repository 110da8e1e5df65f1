import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatPercent } from '../../i18n';
import { confidenceWord } from '../../state';
import { base } from '../../themes';
import { PassimElement } from '../passim-element';
import { styles } from './confidence.styles';

/**
 * The calibrated probability that an answer is right, as a word, a number and a rule of that length.
 *
 * @csspart meter - The rule.
 */
export class ConfidenceElement extends PassimElement {
  static override readonly styles = [base, styles];

  /** 0 to 1. */
  @property({ type: Number }) value = 0;

  override render(): TemplateResult {
    const { answer, language } = this.terms;
    const percent = formatPercent(language, this.value);
    return html`<p title=${answer.confidenceHint}>
      <span class="label">${answer.confidence}</span>
      <span class="word">${answer.confidenceWords[confidenceWord(this.value)]}</span>
      <span class="number">${percent}</span>
      <span class="meter" part="meter" aria-hidden="true"
        ><span .style=${`inline-size: ${this.value * 100}%`}></span
      ></span>
    </p>`;
  }
}
