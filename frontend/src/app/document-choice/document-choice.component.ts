import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PassimApi } from '../../connection';
import { DocumentChoiceEvent } from '../../events';
import { type Collection, type DocumentRecord, titleOf } from '../../state';
import { isQuotable } from '../../state/curation';
import { base } from '../../themes';
import { CurationElement } from '../curation-element';
import { styles } from './document-choice.styles';

const filterFrom = 12;

/**
 * A document of a collection, of those whose words can be quoted.
 *
 * @event passim-document-choice - One was chosen, or none any more.
 */
export class DocumentChoiceElement extends CurationElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: PassimApi;
  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property({ attribute: false }) documentId: string | null = null;

  @state() private collectionId: string | null = null;
  @state() private documents: readonly DocumentRecord[] | null = null;
  @state() private filter = '';
  @state() private problem: string | null = null;

  override render(): TemplateResult {
    const { quotation } = this.words;
    return html`<div class="line">
        <label>
          <span>${quotation.collection}</span>
          <select @change=${this.#onCollection}>
            <option value="" ?selected=${this.collectionId === null}>${quotation.chooseCollection}</option>
            ${this.collections.map(
              ({ id, name }) =>
                html`<option value=${id} ?selected=${id === this.collectionId}>${name}</option>`,
            )}
          </select>
        </label>
        ${this.collectionId === null ? nothing : this.#choice(this.documents)}
      </div>
      ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}`;
  }

  #choice(documents: readonly DocumentRecord[] | null): TemplateResult | typeof nothing {
    const { quotation } = this.words;
    if (documents === null) {
      return this.problem === null ? html`<p class="soft">${this.terms.app.loading}</p>` : nothing;
    }
    if (documents.length === 0) {
      return html`<p class="soft">${quotation.noDocuments}</p>`;
    }
    const wanted = this.filter.trim().toLowerCase();
    const shown = documents.filter(
      (document) =>
        document.id === this.documentId ||
        `${titleOf(document)} ${document.filename}`.toLowerCase().includes(wanted),
    );
    return html`${
      documents.length < filterFrom
        ? nothing
        : html`<label>
            <span>${quotation.filter}</span>
            <input
              type="search"
              autocomplete="off"
              .value=${this.filter}
              @input=${({ target }: Event) => (this.filter = (target as HTMLInputElement).value)}
            />
          </label>`
    }
      <label class="document">
        <span>${quotation.document}</span>
        <select @change=${this.#onDocument}>
          <option value="" ?selected=${this.documentId === null}>${quotation.chooseDocument}</option>
          ${shown.map(
            (document) =>
              html`<option value=${document.id} ?selected=${document.id === this.documentId}>
                ${nameOf(document, documents)}
              </option>`,
          )}
        </select>
      </label>`;
  }

  override focus(): void {
    [...this.renderRoot.querySelectorAll('select')].at(-1)?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('documentId') && this.documentId !== null) {
      void this.#find(this.documentId);
    }
    const [only, ...others] = this.collections;
    if (changed.has('collections') && only !== undefined && others.length === 0) {
      void this.#open(only.id);
    }
  }

  /** Opens the collection that a document is in. A document that is gone is told of elsewhere. */
  async #find(documentId: string): Promise<void> {
    if (this.documents?.some(({ id }) => id === documentId) !== true) {
      const found = await this.api.document(documentId).catch(() => null);
      if (found !== null && documentId === this.documentId) {
        await this.#open(found.collectionId);
      }
    }
  }

  async #open(collectionId: string | null): Promise<void> {
    this.collectionId = collectionId;
    this.documents = null;
    this.filter = '';
    this.problem = null;
    if (collectionId === null) {
      return;
    }
    try {
      const documents = await this.api.documents(collectionId);
      if (collectionId === this.collectionId) {
        this.documents = documents
          .filter(isQuotable)
          .sort((a, b) => titleOf(a).localeCompare(titleOf(b), this.terms.language));
      }
    } catch (error) {
      this.problem = this.problemText(error);
    }
  }

  #onCollection({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    void this.#open(value === '' ? null : value);
    this.#tell(null);
  }

  #onDocument({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.#tell(value === '' ? null : value);
  }

  #tell(documentId: string | null): void {
    this.documentId = documentId;
    this.dispatchEvent(new DocumentChoiceEvent(documentId));
  }
}

/** With its file's name where another document has the same title. */
function nameOf(document: DocumentRecord, documents: readonly DocumentRecord[]): string {
  const title = titleOf(document);
  const alike = documents.some((other) => other !== document && titleOf(other) === title);
  return alike ? `${title} (${document.filename})` : title;
}
