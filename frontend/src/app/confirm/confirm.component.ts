import { html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { CancelEvent, ConfirmEvent } from '../../events';
import { base } from '../../themes';
import { styles } from './confirm.styles';

/**
 * Asks before something is lost. Open for as long as it is in the page; the safe choice has the focus.
 *
 * @event passim-confirm - Do it.
 * @event passim-cancel - Do not.
 */
export class ConfirmElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property() heading = '';
  @property() text = '';
  @property() action = '';

  @query('dialog') private dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" aria-describedby="text" @cancel=${this.#cancel}>
      <h2 id="heading">${this.heading}</h2>
      <p id="text">${this.text}</p>
      <div>
        <button class="button plain" type="button" autofocus @click=${this.#cancel}>
          ${this.terms.app.cancel}
        </button>
        <button
          class="button danger"
          type="button"
          @click=${this.#confirm}
        >
          ${this.action}
        </button>
      </div>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  #confirm(): void {
    this.#leave(new ConfirmEvent());
  }

  #cancel(event: Event): void {
    event.preventDefault();
    this.#leave(new CancelEvent());
  }

  /** Closed, a dialog gives the focus back; only removed, it does not. */
  #leave(event: Event): void {
    this.dialog.close();
    this.dispatchEvent(event);
  }
}
