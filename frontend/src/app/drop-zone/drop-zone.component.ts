import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { type ChosenFile, FilesChosenEvent } from '../../events';
import { base } from '../../themes';
import { fromDrop, fromFolderPicker } from './chosen-files';
import { styles } from './drop-zone.styles';

const takesFolders = 'webkitdirectory' in HTMLInputElement.prototype;

/**
 * Takes files and folders by drop or by dialog.
 *
 * @event passim-files-chosen - The files, each with the folder it came from.
 */
export class DropZoneElement extends PassimElement {
  static override readonly styles = [base, styles];

  /** Takes more room while there is nothing else to see. */
  @property({ type: Boolean, reflect: true }) large = false;

  @state() private over = false;
  @state() private looking = false;
  @state() private note = '';
  @query('#files') private files!: HTMLInputElement;
  @query('#folder') private folder!: HTMLInputElement;

  override render(): TemplateResult {
    const { library } = this.terms;
    return html`<div
      class=${this.over ? 'zone over' : 'zone'}
      @dragenter=${this.#onDrag}
      @dragover=${this.#onDrag}
      @dragleave=${() => (this.over = false)}
      @drop=${this.#onDrop}
    >
      <p class="invitation">${this.over ? library.dropHere : library.drop}</p>
      <div class="buttons">
        <button class="button" type="button" @click=${() => {
          this.files.click();
        }}>${library.choose}</button>
        ${
          takesFolders
            ? html`<button class="button plain" type="button" @click=${() => {
                this.folder.click();
              }}>${library.chooseFolder}</button>`
            : nothing
        }
      </div>
      <p class="formats">${library.formats}</p>
      <p class="note" role="status">${this.looking ? library.lookingIntoFolders : this.note}</p>
      <input id="files" type="file" multiple hidden aria-label=${library.uploadLabel} @change=${this.#onFiles} />
      <input
        id="folder"
        type="file"
        webkitdirectory
        hidden
        aria-label=${library.uploadFolderLabel}
        @change=${this.#onFolder}
      />
    </div>`;
  }

  #onDrag(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    if (event.dataTransfer !== null) {
      void this.#gather(event.dataTransfer);
    }
  }

  async #gather(transfer: DataTransfer): Promise<void> {
    this.note = '';
    this.looking = true;
    const { files, unreadable } = await fromDrop(transfer);
    this.looking = false;
    this.#choose(files);
    if (unreadable > 0) {
      this.note = this.terms.library.unreadableEntries(unreadable);
    }
  }

  #onFiles(): void {
    this.#choose([...(this.files.files ?? [])].map((file) => ({ file, folder: null })));
    this.files.value = '';
  }

  #onFolder(): void {
    this.#choose(fromFolderPicker(this.folder.files ?? []));
    this.folder.value = '';
  }

  #choose(files: readonly ChosenFile[]): void {
    this.note = files.length === 0 ? this.terms.library.nothingInFolders : '';
    if (files.length > 0) {
      this.dispatchEvent(new FilesChosenEvent(files));
    }
  }
}
