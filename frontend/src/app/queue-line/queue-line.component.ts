import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { formatDuration, formatScore, problemText } from '../../i18n';
import type { IngestQueue } from '../../state';
import { base } from '../../themes';
import { causeLine } from '../cause-line';
import { styles } from './queue-line.styles';

/** How far the server has come with reading documents. Empty while it has nothing to read. */
export class QueueLineElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) queue: IngestQueue | null = null;

  override render(): TemplateResult {
    const { queue, terms } = this;
    return html`<p class="warning" role="status">
        ${queue?.restoring === true ? terms.queue.restoring : ''}
      </p>
      <div class="warning" role="status">${this.#stalled(queue?.stalled ?? null)}</div>
      ${queue === null || queue.waiting + queue.running === 0 ? nothing : this.#line(queue)}`;
  }

  #stalled(problem: IngestQueue['stalled'] | null): TemplateResult | typeof nothing {
    return problem == null
      ? nothing
      : html`<p>${this.terms.queue.stalled} ${problemText(this.terms, problem.code, problem.detail)}</p>
          ${causeLine(problem)}`;
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
