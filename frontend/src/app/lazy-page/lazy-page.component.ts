import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { base } from '../../themes';
import { styles } from './lazy-page.styles';

/**
 * Fetches what draws a page that few people need, and shows it once that is there.
 *
 * @slot - The page.
 */
export class LazyPageElement extends PassimElement {
  static override readonly styles = [base, styles];

  /** Brings what draws the page. */
  @property({ attribute: false }) load: () => Promise<unknown> = () => Promise.resolve();

  @state() private phase: 'loading' | 'there' | 'failed' = 'loading';

  override render(): TemplateResult {
    const { app, problems } = this.terms;
    switch (this.phase) {
      case 'loading':
        return html`<p class="instead">${app.loading}</p>`;
      case 'failed':
        return html`<div class="instead" role="alert">
          <p>${problems.network}</p>
          <button class="button plain" type="button" @click=${() => void this.#load()}>${app.tryAgain}</button>
        </div>`;
      case 'there':
        return html`<slot></slot>`;
    }
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    this.phase = 'loading';
    try {
      await this.load();
      this.phase = 'there';
    } catch {
      this.phase = 'failed';
    }
  }
}
