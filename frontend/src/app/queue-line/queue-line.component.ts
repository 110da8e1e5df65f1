import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { formatDuration, formatScore } from '../../i18n';
import type { IngestQueue } from '../../state';
import { base } from '../../themes';
import { styles } from './queue-line.styles';

/** How far the server has come with reading documents. Empty while it has nothing to read. */
export class QueueLineElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) queue: IngestQueue | null = null;

  override render(): TemplateResult {
    const { queue, terms } = this;
    return html`<p class="restoring" role="status">
        ${queue?.restoring === true ? terms.queue.restoring : ''}
      </p>
      ${queue === null || queue.waiting + queue.running === 0 ? nothing : this.#line(queue)}`;
  }

  #line({ waiting, running, pagesPerSecond, secondsLeft }: IngestQueue): TemplateResult {
    const { queue, uploads, language } = this.terms;
    const facts = [
      queue.line(running, waiting),
      pagesPerSecond === null || pagesPerSecond === 0
        ? ''
        : queue.pages(formatScore(language, pagesPerSecond)),
      secondsLeft === null ? '' : uploads.timeLeft(formatDuration(language, secondsLeft)),
    ].filter((fact) => fact !== '');
    return html`<p class="line">${facts.map((fact) => html`<span>${fact}</span>`)}</p>`;
  }
}
