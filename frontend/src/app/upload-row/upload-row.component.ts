import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { closeIcon, PassimElement } from '../../components';
import { UploadDismissEvent } from '../../events';
import { formatBytes, formatPercent, problemText } from '../../i18n';
import type { PendingUpload } from '../../state';
import { base } from '../../themes';
import { rowStyles } from '../document-row/row.styles';

/**
 * One file on its way to the server.
 *
 * @event passim-upload-dismiss - Stop it, or the notice of its failure was read.
 */
export class UploadRowElement extends PassimElement {
  static override readonly styles = [base, rowStyles];

  @property({ attribute: false }) upload: PendingUpload | null = null;

  override render(): TemplateResult {
    const { upload, terms } = this;
    if (upload === null) {
      return html``;
    }
    const { library, language } = terms;
    const { id, filename, bytes, share, problem } = upload;
    const dismiss = problem === null ? library.cancelUpload(filename) : library.dismiss(filename);
    return html`<div class="what">
        <p class="title">${filename}</p>
        <p class="meta">${formatBytes(language, bytes)}</p>
        ${
          problem === null
            ? nothing
            : html`<p class="problem" role="alert">${problemText(terms, problem.code, problem.detail)}</p>`
        }
      </div>
      <div class=${problem === null ? 'status' : 'status failed'}>
        ${
          problem === null
            ? html`<span>${library.uploading(formatPercent(language, share))}</span>
              <progress max="1" .value=${share} aria-label=${filename}></progress>`
            : html`<span>${library.statuses.failed}</span>`
        }
      </div>
      <button
        class="icon"
        type="button"
        title=${dismiss}
        aria-label=${dismiss}
        @click=${() => this.dispatchEvent(new UploadDismissEvent(id))}
      >
        ${closeIcon}
      </button>`;
  }
}
