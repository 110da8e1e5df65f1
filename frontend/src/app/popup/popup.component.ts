import { html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { CloseEvent } from '../../events';
import { base } from '../../themes';
import { placeBeside } from './place';
import { styles } from './popup.styles';

/**
 * A panel above everything: beside what opened it, or on a phone as a sheet at the lower edge. Open for as long as it
 * is in the page. Escape and a click outside ask for its end; whoever ends it closes it first.
 *
 * @slot - What is in it.
 * @event passim-close - It should go.
 */
export class PopupElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property() label = '';
  @property({ attribute: false }) anchor: Element | null = null;

  @query('dialog') private dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    return html`<dialog aria-label=${this.label} @cancel=${this.#onCancel} @click=${this.#onClick}>
      <div class="content"><slot></slot></div>
    </dialog>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.place);
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.place();
    addEventListener('resize', this.place);
  }

  /** Lets the page have the focus again, which is not to be had beside a modal dialog. */
  close(): void {
    this.dialog.close();
  }

  /** Goes to where its anchor is now. */
  readonly place = (): void => {
    if (this.anchor !== null) {
      placeBeside(this.dialog, this.anchor);
    }
  };

  #onCancel(event: Event): void {
    event.preventDefault();
    this.#leave();
  }

  /** What is around a modal dialog counts as the dialog itself; its content covers all that is within. */
  #onClick(event: Event): void {
    if (event.target === this.dialog) {
      this.#leave();
    }
  }

  #leave(): void {
    this.dispatchEvent(new CloseEvent());
  }
}
