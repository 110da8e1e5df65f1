import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { CancelEvent, DocumentChangeEvent, type DocumentEdit, type TagsChangeEvent } from '../../events';
import { type DocumentRecord, titleOf } from '../../state';
import { base } from '../../themes';
import type { TagInputElement } from '../tag-input/tag-input';
import '../tag-input/tag-input';
import { styles } from './document-edit.styles';

/**
 * The details of a document, to be edited. Open for as long as it is in the page; once they are saved, it is to be
 * closed and removed.
 *
 * @event passim-document-change - What is new, to be saved.
 * @event passim-cancel - Nothing is to be saved.
 */
export class DocumentEditElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) document: DocumentRecord | null = null;
  /** Tags in use, the most used first. */
  @property({ attribute: false }) knownTags: readonly string[] = [];
  @property({ type: Boolean }) saving = false;
  /** Why it could not be saved. */
  @property() problem: string | null = null;

  @state() private tags: readonly string[] = [];
  @state() private titleMissing = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  @query('passim-tag-input') private tagInput!: TagInputElement;

  override render(): TemplateResult {
    const { document } = this;
    if (document === null) {
      return html``;
    }
    const { edit, app } = this.terms;
    return html`<dialog aria-labelledby="heading" @cancel=${this.#cancel}>
      <form novalidate @submit=${this.#submit}>
        <h2 id="heading">${edit.heading}</h2>
        <p class="file">${document.filename}</p>
        ${this.#title(document)}
        <div class="pair">
          <div>
            <label for="author">${edit.author}</label>
            <input id="author" name="author" maxlength="200" autocomplete="off" .value=${document.author ?? ''} />
          </div>
          <div>
            <label for="date">${edit.date}</label>
            <input id="date" name="date" type="date" .value=${document.date ?? ''} />
          </div>
        </div>
        <div>
          <span class="label" aria-hidden="true">${edit.tags}</span>
          <passim-tag-input
            .tags=${this.tags}
            .known=${this.knownTags}
            @passim-tags-change=${(event: TagsChangeEvent) => (this.tags = event.tags)}
          ></passim-tag-input>
        </div>
        ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
        <div class="actions">
          <button class="button plain" type="button" @click=${this.#cancel}>${app.cancel}</button>
          <button class="button" type="submit" ?disabled=${this.saving}>
            ${this.saving ? edit.saving : edit.save}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  #title(document: DocumentRecord): TemplateResult {
    const { edit } = this.terms;
    return html`<div>
      <label for="title">${edit.title}</label>
      <input
        id="title"
        name="title"
        required
        maxlength="300"
        autocomplete="off"
        autofocus
        aria-invalid=${this.titleMissing}
        aria-describedby=${this.titleMissing ? 'title-problem' : nothing}
        .value=${titleOf(document)}
        @input=${() => (this.titleMissing = false)}
      />
      ${this.titleMissing ? html`<p class="problem" id="title-problem" role="alert">${edit.titleMissing}</p>` : nothing}
    </div>`;
  }

  protected override firstUpdated(): void {
    this.tags = this.document?.tags ?? [];
    this.dialog.showModal();
  }

  /** Gives the focus back; removal alone does not. */
  close(): void {
    this.dialog.close();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const { document, saving } = this;
    if (document === null || saving || !this.tagInput.commit()) {
      return;
    }
    const data = new FormData(this.form);
    const title = textOf(data.get('title'));
    this.titleMissing = title === '';
    if (this.titleMissing) {
      this.form.querySelector<HTMLInputElement>('#title')?.focus();
      return;
    }
    const change = changeOf(document, {
      title,
      author: textOf(data.get('author')) || null,
      date: textOf(data.get('date')) || null,
      tags: this.tags,
    });
    if (Object.keys(change).length === 0) {
      this.#leave();
    } else {
      this.dispatchEvent(new DocumentChangeEvent(change));
    }
  }

  #cancel(event: Event): void {
    event.preventDefault();
    this.#leave();
  }

  #leave(): void {
    this.close();
    this.dispatchEvent(new CancelEvent());
  }
}

/** Only what is new. */
function changeOf(document: DocumentRecord, edited: Required<DocumentEdit>): DocumentEdit {
  const { title, author, date, tags } = edited;
  return {
    ...(title === titleOf(document) ? {} : { title }),
    ...(author === (document.author === '' ? null : document.author) ? {} : { author }),
    ...(date === document.date ? {} : { date }),
    ...(tags.join(',') === document.tags.join(',') ? {} : { tags }),
  };
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : '';
}
