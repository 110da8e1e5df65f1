import { html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { closeIcon, nextIcon, PassimElement, previousIcon } from '../../components';
import { FindCloseEvent, FindEvent, FindStepEvent } from '../../events';
import { base } from '../../themes';
import { styles } from './find-bar.styles';

/**
 * The search in a document: what to look for, which match is shown, and steps to the others.
 *
 * @event passim-find - The words changed.
 * @event passim-find-step - To the next match, or the one before.
 * @event passim-find-close - No more.
 */
export class FindBarElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property() query = '';
  @property({ type: Number }) hits = 0;
  /** Index of the match that is shown, or -1. */
  @property({ type: Number }) current = -1;

  @query('input') private input!: HTMLInputElement;

  override render(): TemplateResult {
    const { viewer } = this.terms;
    const none = this.hits === 0;
    return html`<form role="search" @submit=${this.#onSubmit} @keydown=${this.#onKey}>
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        aria-label=${viewer.findField}
        placeholder=${viewer.findField}
        .value=${this.query}
        @input=${() => this.dispatchEvent(new FindEvent(this.input.value))}
      />
      <span class="count" role="status">${this.#count()}</span>
      ${this.#button(viewer.previousMatch, previousIcon, none, -1)}
      ${this.#button(viewer.nextMatch, nextIcon, none, 1)}
      <button
        class="icon"
        type="button"
        title=${viewer.closeFind}
        aria-label=${viewer.closeFind}
        @click=${this.#close}
      >
        ${closeIcon}
      </button>
    </form>`;
  }

  override focus(): void {
    this.input.focus();
    this.input.select();
  }

  protected override firstUpdated(): void {
    this.focus();
  }

  #button(label: string, icon: unknown, disabled: boolean, by: 1 | -1): TemplateResult {
    return html`<button
      class="icon"
      type="button"
      title=${label}
      aria-label=${label}
      ?disabled=${disabled}
      @click=${() => this.dispatchEvent(new FindStepEvent(by))}
    >
      ${icon}
    </button>`;
  }

  #count(): string {
    const { viewer, language } = this.terms;
    if (this.query.trim() === '') {
      return '';
    }
    const number = new Intl.NumberFormat(language);
    return this.hits === 0
      ? viewer.findNone
      : viewer.findCount(number.format(this.current + 1), number.format(this.hits));
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target === this.input) {
      event.preventDefault();
      this.dispatchEvent(new FindStepEvent(event.shiftKey ? -1 : 1));
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    }
  }

  readonly #close = (): void => {
    this.dispatchEvent(new FindCloseEvent());
  };
}
