import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { ThresholdResetEvent } from '../../events';
import { formatThreshold } from '../../i18n';
import type { Collection } from '../../state';
import { base } from '../../themes';
import { styles } from './threshold-line.styles';

/**
 * From which confidence a collection answers.
 *
 * @event passim-threshold-reset - It is to be the server's own again.
 */
export class ThresholdLineElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) collection: Collection | null = null;
  @property({ type: Boolean }) saving = false;

  override render(): TemplateResult | typeof nothing {
    const { library, language } = this.terms;
    const { threshold = null, defaultThreshold = null } = this.collection ?? {};
    const inForce = threshold ?? defaultThreshold;
    if (inForce === null) {
      return nothing;
    }
    const sentence = library.answersFrom(formatThreshold(language, inForce));
    return html`<p>
      <span>${threshold === null ? sentence : `${sentence}, ${library.ownThreshold}`}</span>
      ${
        threshold === null || defaultThreshold === null
          ? nothing
          : html`<button
            class="quiet"
            type="button"
            ?disabled=${this.saving}
            @click=${() => this.dispatchEvent(new ThresholdResetEvent())}
          >
            ${library.resetThreshold(formatThreshold(language, defaultThreshold))}
          </button>`
      }
    </p>`;
  }
}
