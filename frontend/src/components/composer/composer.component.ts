import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { AskEvent, StopEvent } from '../../events';
import { base } from '../../themes';
import { sendIcon, stopIcon } from '../icons';
import { PassimElement } from '../passim-element';
import { styles } from './composer.styles';

/** The server's limit on a question is its own; this one keeps a frame well below 64 KB. */
const maxLength = 4000;

/**
 * Where a question is typed. Enter asks, Shift+Enter breaks the line, Escape stops the answer under way.
 *
 * @slot options - What to search, beside the hint.
 * @event passim-ask - A question.
 * @event passim-stop - Give up the question under way.
 * @csspart box - The field with its button.
 */
export class ComposerElement extends PassimElement {
  static override readonly styles = [base, styles];

  /** The id of the question under way, if there is one. */
  @property() busyId: string | null = null;
  @property({ type: Boolean }) followUp = false;

  @state() private length = 0;
  #buttonGoes = false;
  @query('textarea') private field!: HTMLTextAreaElement;

  override render(): TemplateResult {
    const { chat } = this.terms;
    const tooLong = this.length > maxLength;
    return html`<form @submit=${this.#onSubmit}>
      <div class="box" part="box">
        <label class="hidden-text" for="question">${chat.questionLabel}</label>
        <textarea
          id="question"
          rows="1"
          autocomplete="off"
          enterkeyhint="send"
          aria-describedby="hint"
          aria-invalid=${tooLong}
          placeholder=${this.followUp ? chat.followUpPlaceholder : chat.placeholder}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
        ></textarea>
        ${
          this.busyId === null
            ? html`<button class="button" type="submit" ?disabled=${this.length === 0 || tooLong}>
              ${sendIcon}<span>${chat.send}</span>
            </button>`
            : html`<button class="button plain" type="button" @click=${this.#stop}>
              ${stopIcon}<span>${chat.stop}</span>
            </button>`
        }
      </div>
      <div class="below">
        <slot name="options"></slot>
        <span id="hint" class=${tooLong ? 'problem' : 'hint'}>${tooLong ? chat.tooLong(maxLength) : chat.keys}</span>
        ${tooLong ? html`<span class="hidden-text" role="alert">${chat.tooLong(maxLength)}</span>` : nothing}
      </div>
    </form>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#buttonGoes =
      this.hasUpdated &&
      changed.has('busyId') &&
      this.shadowRoot?.activeElement instanceof HTMLButtonElement;
  }

  /** Gone with its button, the focus would fall out of the page. */
  protected override updated(): void {
    if (this.#buttonGoes) {
      this.focus();
    }
  }

  override focus(options?: FocusOptions): void {
    this.field.focus(options);
  }

  /** Puts a question in place for a person to send or change. */
  fill(question: string): void {
    this.field.value = question;
    this.#onInput();
    this.focus();
  }

  #onInput(): void {
    this.length = this.field.value.trim().length;
    this.field.style.blockSize = 'auto';
    if (this.field.value !== '') {
      this.field.style.blockSize = `${this.field.scrollHeight}px`;
    }
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.busyId !== null) {
      event.preventDefault();
      event.stopPropagation();
      this.#stop();
    } else if (event.key === 'Enter' && !event.shiftKey && !isComposing(event)) {
      event.preventDefault();
      this.#submit();
    }
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.#submit();
  }

  #submit(): void {
    const question = this.field.value.trim();
    if (this.busyId === null && question !== '' && question.length <= maxLength) {
      this.dispatchEvent(new AskEvent(question, false));
      this.field.value = '';
      this.#onInput();
    }
  }

  #stop(): void {
    if (this.busyId !== null) {
      this.dispatchEvent(new StopEvent(this.busyId));
      this.focus();
    }
  }
}

/** Safari ends the composition before the keydown that ended it; only the legacy key code gives it away. */
function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other sign in Safari
  return event.isComposing || event.keyCode === 229;
}
