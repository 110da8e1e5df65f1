import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PassimElement, trashIcon } from '../../components';
import { DocumentRemoveEvent } from '../../events';
import { formatBytes, formatDate, formatLanguage, formatPercent, problemText } from '../../i18n';
import type { DocumentRecord } from '../../state';
import { base } from '../../themes';
import { rowStyles } from './row.styles';

/**
 * One document: what it is, how far it has come, and why it failed if it did.
 *
 * @event passim-document-remove - Delete it.
 */
export class DocumentRowElement extends PassimElement {
  static override readonly styles = [base, rowStyles];

  @property({ attribute: false }) document: DocumentRecord | null = null;
  /** Title of the document with the same content, where it is known. */
  @property() original: string | null = null;

  override render(): TemplateResult {
    const { document, terms } = this;
    if (document === null) {
      return html``;
    }
    const name = titleOf(document);
    const remove = terms.library.remove(name);
    return html`<div class="what">
        <p class="title">${this.#name(document, name)}</p>
        <p class="meta">${this.#facts(document).map((fact) => html`<span>${fact}</span>`)}</p>
        ${
          document.duplicateOf === null
            ? nothing
            : html`<p class="note">
              ${
                this.original === null
                  ? terms.library.duplicateUnknown
                  : terms.library.duplicate(this.original)
              }
            </p>`
        }
        ${
          document.problem === null
            ? nothing
            : html`<p class="problem">${problemText(terms, document.problem.code, document.problem.detail)}</p>`
        }
      </div>
      ${this.#status(document)}
      <button
        class="icon"
        type="button"
        title=${remove}
        aria-label=${remove}
        @click=${() => this.dispatchEvent(new DocumentRemoveEvent(document.id))}
      >
        ${trashIcon}
      </button>`;
  }

  #name(document: DocumentRecord, name: string): TemplateResult {
    return document.status === 'ready'
      ? html`<a href="/documents/${encodeURIComponent(document.id)}">${name}</a>`
      : html`<span>${name}</span>`;
  }

  #facts(document: DocumentRecord): readonly string[] {
    const { library, language } = this.terms;
    return [
      document.filename === titleOf(document) ? '' : document.filename,
      document.pages === null || document.pages === 0 ? '' : library.pages(document.pages),
      document.passages === null || document.passages === 0
        ? ''
        : library.passages(document.passages),
      formatBytes(language, document.bytes),
      document.language === null ? '' : formatLanguage(language, document.language),
      library.added(formatDate(language, document.uploadedAt)),
    ].filter((fact) => fact !== '');
  }

  #status({ status, progress }: DocumentRecord): TemplateResult {
    const { library, language } = this.terms;
    const underway = status === 'parsing' || status === 'indexing';
    const share = progress ?? 0;
    return html`<div class="status ${status}">
      <span>${library.statuses[status]}${underway && share > 0 ? ` ${formatPercent(language, share)}` : ''}</span>
      ${
        underway || status === 'queued'
          ? html`<progress max="1" .value=${share} aria-label=${library.statuses[status]}></progress>`
          : nothing
      }
    </div>`;
  }
}

export function titleOf({ title, filename }: DocumentRecord): string {
  return title === null || title === '' ? filename : title;
}
