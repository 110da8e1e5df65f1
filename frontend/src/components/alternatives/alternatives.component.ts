import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Alternative } from '../../state';
import { base } from '../../themes';
import '../citation/citation';
import '../confidence/confidence';
import { PassimElement } from '../passim-element';
import '../quote/quote';
import { styles } from './alternatives.styles';

/** The runners-up, each quoted and cited like an answer. */
export class AlternativesElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) alternatives: readonly Alternative[] = [];

  override render(): TemplateResult {
    return html`<ol>
      ${this.alternatives.map(
        ({ text, confidence, citation }) =>
          html`<li>
            <passim-quote minor .citation=${citation} .text=${text}></passim-quote>
            <passim-citation .citation=${citation}></passim-citation>
            <passim-confidence .value=${confidence}></passim-confidence>
          </li>`,
      )}
    </ol>`;
  }
}
