import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { PassimElement } from '../../components';
import { UploadActionEvent } from '../../events';
import { formatDuration } from '../../i18n';
import { isSettled, type PendingUpload, summarise, type UploadSummary } from '../../state';
import { base, progress } from '../../themes';
import '../upload-row/upload-row';
import { styles } from './upload-panel.styles';

/** What is going on and what has failed is always worth seeing; of what waits, a few tell enough. */
const shownAtFirst = 6;

/**
 * The files on their way: one line for all of them, then those that are being sent or have failed.
 *
 * @event passim-upload-action - Stop, send again or dismiss one, or all.
 */
export class UploadPanelElement extends PassimElement {
  static override readonly styles = [base, progress, styles];

  @property({ attribute: false }) uploads: readonly PendingUpload[] = [];
  /** In the units of the summary's `workLeft`; null until it can be told. */
  @property({ attribute: false }) workPerSecond: number | null = null;

  @state() private all = false;
  /** What a screen reader is told: the beginning, each quarter, the end. Not each file. */
  @state() private announced = '';
  #quarter = -1;

  override render(): TemplateResult {
    const { uploads } = this;
    return html`<div class="hidden-text" role="status">${this.announced}</div>
      ${uploads.length === 0 ? nothing : this.#panel(summarise(uploads))}`;
  }

  #panel(summary: UploadSummary): TemplateResult {
    const words = this.terms.uploads;
    const open = this.uploads.filter(({ phase }) => phase.kind !== 'stored').sort(byInterest);
    const shown = this.all ? open : open.slice(0, shownAtFirst);
    return html`<section aria-label=${words.title}>
      <div class="head">
        <p class="line">${this.#line(summary)}</p>
        ${
          summary.retriable > 0
            ? this.#action('retry', words.retryAll(summary.retriable))
            : nothing
        }
        ${
          summary.left > 0
            ? this.#action('cancel', words.cancelAll)
            : this.#action('dismiss', words.dismissAll)
        }
      </div>
      ${
        summary.left > 0
          ? html`<progress max="1" .value=${summary.share} aria-label=${words.title}></progress>`
          : nothing
      }
      <ul>
        ${repeat(
          shown,
          ({ id }) => id,
          (upload) => html`<li><passim-upload-row .upload=${upload}></passim-upload-row></li>`,
        )}
      </ul>
      ${
        open.length > shown.length
          ? html`<button class="quiet more" type="button" @click=${() => (this.all = true)}>
            ${words.more(open.length - shown.length)}
          </button>`
          : nothing
      }
    </section>`;
  }

  #action(action: 'cancel' | 'retry' | 'dismiss', label: string): TemplateResult {
    return html`<button
      class="quiet"
      type="button"
      @click=${() => this.dispatchEvent(new UploadActionEvent(action, null))}
    >
      ${label}
    </button>`;
  }

  #line({ sent, total, failed, left, workLeft }: UploadSummary): string {
    const { uploads, language } = this.terms;
    if (left === 0) {
      return uploads.done(sent, failed);
    }
    const rate = this.workPerSecond ?? 0;
    const time =
      rate === 0 ? '' : ` – ${uploads.timeLeft(formatDuration(language, workLeft / rate))}`;
    return uploads.summary(sent, total, failed) + time;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('uploads')) {
      this.#announce(summarise(this.uploads));
    }
  }

  #announce({ total, sent, failed, left }: UploadSummary): void {
    const { uploads } = this.terms;
    if (total === 0) {
      this.#quarter = -1;
      this.announced = '';
      this.all = false;
      return;
    }
    const quarter = Math.floor((4 * (total - left)) / total);
    if (quarter === this.#quarter) {
      return;
    }
    this.announced =
      left === 0
        ? uploads.done(sent, failed)
        : this.#quarter < 0 || quarter < this.#quarter
          ? uploads.started(left)
          : uploads.underway(sent, total);
    this.#quarter = quarter;
  }
}

function byInterest(a: PendingUpload, b: PendingUpload): number {
  return interest(a) - interest(b);
}

/** Being sent first, then failures, then what waits; within each, in the order of arrival. */
function interest(upload: PendingUpload): number {
  return upload.phase.kind === 'waiting' ? 2 : isSettled(upload) ? 1 : 0;
}
