import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { FeedbackEvent } from '../../events';
import type { Rating } from '../../state';
import { base } from '../../themes';
import { downIcon, upIcon } from '../icons';
import { PassimElement } from '../passim-element';
import { styles } from './feedback.styles';

/**
 * Right or wrong, and on request what the answer should have been.
 *
 * @event passim-feedback - The rating, once chosen and again with the expected answer.
 */
export class FeedbackElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property() answerId = '';
  @property() rating: Rating | null = null;

  @state() private sent = false;
  @query('input') private input?: HTMLInputElement;

  override render(): TemplateResult {
    const { feedback } = this.terms;
    return html`<div class="row" role="group" aria-label=${feedback.label}>
        ${this.#button('up', feedback.up, upIcon)} ${this.#button('down', feedback.down, downIcon)}
        <span role="status">${this.#thanks()}</span>
      </div>
      ${this.rating === 'down' && !this.sent ? this.#form() : nothing}`;
  }

  #button(rating: Rating, label: string, icon: unknown): TemplateResult {
    return html`<button
      class="icon"
      type="button"
      title=${label}
      aria-label=${label}
      aria-pressed=${this.rating === rating}
      @click=${() => {
        this.sent = false;
        this.dispatchEvent(new FeedbackEvent(this.answerId, rating, null));
      }}
    >
      ${icon}
    </button>`;
  }

  #thanks(): string {
    if (this.sent) {
      return this.terms.feedback.sent;
    }
    return this.rating === 'up' ? this.terms.feedback.thanks : '';
  }

  #form(): TemplateResult {
    const { feedback } = this.terms;
    return html`<form @submit=${this.#submit}>
      <label for="expected">${feedback.expected}</label>
      <input id="expected" maxlength="500" autocomplete="off" placeholder=${feedback.expectedPlaceholder} />
      <button class="button plain" type="submit">${feedback.send}</button>
    </form>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const expected = this.input?.value.trim() ?? '';
    if (expected !== '') {
      this.dispatchEvent(new FeedbackEvent(this.answerId, 'down', expected));
      this.sent = true;
    }
  }
}
