import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { AskEvent } from '../../events';
import type { Collection } from '../../state';
import { base } from '../../themes';
import { styles } from './welcome.styles';

/**
 * What a person sees before the first question: what Passim does and something to ask, or the way to add documents.
 *
 * @event passim-ask - One of the examples.
 */
export class WelcomeElement extends PassimElement {
  static override readonly styles = [base, styles];

  /** Null until it is known. */
  @property({ attribute: false }) collections: readonly Collection[] | null = null;

  override render(): TemplateResult {
    const { chat } = this.terms;
    const empty = this.collections?.every((collection) => collection.documents === 0) ?? false;
    return empty
      ? html`<h1>${chat.noDocumentsTitle}</h1>
          <p class="lead">${chat.noDocumentsText}</p>
          <p><a class="button" href="/library">${chat.uploadFirst}</a></p>`
      : html`<h1>${chat.emptyTitle}</h1>
          <p class="lead">${chat.emptyText}</p>
          ${this.#examples()}`;
  }

  #examples(): TemplateResult | typeof nothing {
    const { chat } = this.terms;
    const samples = this.collections?.find((collection) => collection.id === 'samples');
    if (samples === undefined || samples.documents === 0) {
      return nothing;
    }
    return html`<section aria-labelledby="examples">
      <h2 id="examples">${chat.tryOne}</h2>
      <ul>
        ${chat.examples.map(
          (question) =>
            html`<li>
              <button type="button" @click=${() => this.dispatchEvent(new AskEvent(question, false))}>
                ${question}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}
