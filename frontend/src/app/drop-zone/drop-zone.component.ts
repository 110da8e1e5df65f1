import { html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { FilesChosenEvent } from '../../events';
import { base } from '../../themes';
import { styles } from './drop-zone.styles';

/**
 * Takes files by drop or by dialog.
 *
 * @event passim-files-chosen - The files.
 */
export class DropZoneElement extends PassimElement {
  static override readonly styles = [base, styles];

  /** Takes more room while there is nothing else to see. */
  @property({ type: Boolean, reflect: true }) large = false;

  @state() private over = false;
  @query('input') private input!: HTMLInputElement;

  override render(): TemplateResult {
    const { library } = this.terms;
    return html`<div
      class=${this.over ? 'zone over' : 'zone'}
      @dragenter=${this.#onDrag}
      @dragover=${this.#onDrag}
      @dragleave=${() => (this.over = false)}
      @drop=${this.#onDrop}
    >
      <p>
        ${
          this.over
            ? library.dropHere
            : html`${library.drop}
              <button type="button" @click=${() => {
                this.input.click();
              }}>${library.choose}</button>`
        }
      </p>
      <p class="formats">${library.formats}</p>
      <input type="file" multiple hidden aria-label=${library.uploadLabel} @change=${this.#onChoose} />
    </div>`;
  }

  #onDrag(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.#choose([...(event.dataTransfer?.files ?? [])]);
  }

  #onChoose(): void {
    this.#choose([...(this.input.files ?? [])]);
    this.input.value = '';
  }

  #choose(files: readonly File[]): void {
    if (files.length > 0) {
      this.dispatchEvent(new FilesChosenEvent(files));
    }
  }
}
