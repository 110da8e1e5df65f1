import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { againIcon, closeIcon, PassimElement } from '../../components';
import { UploadActionEvent, type UploadActionName } from '../../events';
import { formatBytes, formatDuration, formatShare, problemText } from '../../i18n';
import type { PendingUpload } from '../../state';
import { base, progress } from '../../themes';
import { causeLine } from '../cause-line';
import { entry } from '../styles';
import { rowStyles } from '../document-row/row.styles';

/** Smaller files are sent before a rate could be read. */
const largeBytes = 5_000_000;

type Failed = Extract<PendingUpload['phase'], { readonly kind: 'failed' }>;
type Sending = Extract<PendingUpload['phase'], { readonly kind: 'sending' }>;

/**
 * One file on its way to the server.
 *
 * @event passim-upload-action - Stop it, send it again, or its failure was read.
 */
export class UploadRowElement extends PassimElement {
  static override readonly styles = [base, entry, progress, rowStyles];

  @property({ attribute: false }) upload: PendingUpload | null = null;

  override render(): TemplateResult {
    const { upload, terms } = this;
    if (upload === null) {
      return html``;
    }
    const { filename, folder, phase } = upload;
    const failed = phase.kind === 'failed';
    return html`<div class="what">
        <p class="title">${filename}</p>
        <p class="meta">
          ${folder === null ? nothing : html`<span>${folder}</span>`}
          ${this.#facts(upload).map((fact) => html`<span>${fact}</span>`)}
        </p>
        ${
          failed
            ? html`<p class="problem">${this.#problem(phase)}</p>
                ${causeLine(phase)}`
            : nothing
        }
      </div>
      <div class=${failed ? 'status failed' : 'status'}>
        <span>${this.#status(upload)}</span>
        ${
          phase.kind === 'sending'
            ? html`<progress max="1" .value=${phase.share} aria-label=${filename}></progress>`
            : nothing
        }
      </div>
      <div class="buttons">
        ${
          failed
            ? html`${this.#button('retry', terms.uploads.retry(filename), againIcon)}
              ${this.#button('dismiss', terms.uploads.dismiss(filename), closeIcon)}`
            : this.#button('cancel', terms.uploads.cancel(filename), closeIcon)
        }
      </div>`;
  }

  #problem({ code, detail, limit }: Failed): string {
    const { terms } = this;
    return limit === undefined
      ? problemText(terms, code, detail)
      : terms.uploads.tooLarge(formatBytes(terms.language, limit));
  }

  #button(action: UploadActionName, label: string, icon: unknown): TemplateResult {
    const id = this.upload?.id ?? null;
    return html`<button
      class="icon"
      type="button"
      title=${label}
      aria-label=${label}
      @click=${() => this.dispatchEvent(new UploadActionEvent(action, id))}
    >
      ${icon}
    </button>`;
  }

  #facts({ bytes, phase }: PendingUpload): readonly string[] {
    const { language } = this.terms;
    return phase.kind === 'sending' && bytes >= largeBytes
      ? this.#rate(bytes, phase)
      : [formatBytes(language, bytes)];
  }

  #rate(bytes: number, { share, bytesPerSecond }: Sending): readonly string[] {
    const { uploads, language } = this.terms;
    const amount = uploads.amount(
      formatBytes(language, bytes * share),
      formatBytes(language, bytes),
    );
    return bytesPerSecond === null || bytesPerSecond === 0
      ? [amount]
      : [
          amount,
          uploads.rate(formatBytes(language, bytesPerSecond)),
          uploads.timeLeft(formatDuration(language, (bytes * (1 - share)) / bytesPerSecond)),
        ];
  }

  #status({ phase }: PendingUpload): string {
    const { uploads, library, language } = this.terms;
    switch (phase.kind) {
      case 'waiting':
        return phase.busy ? uploads.busy : uploads.waiting;
      case 'sending':
        return phase.share >= 1 ? uploads.sent : uploads.sending(formatShare(language, phase.share));
      case 'sent':
      case 'stored':
        return uploads.sent;
      case 'failed':
        return library.statuses.failed;
    }
  }
}
