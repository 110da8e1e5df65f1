import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AskEvent } from '../../events';
import { problemText } from '../../i18n';
import type { Exchange, KnownDocument, Phase, Rating } from '../../state';
import { base, progress } from '../../themes';
import '../answer/answer';
import { PassimElement } from '../passim-element';
import { styles } from './exchange.styles';
import { phaseText } from './phase-text';
import { scopeText } from './scope-text';

/**
 * A question and what became of it.
 *
 * @event passim-ask - The same question again, or without the rewriting of a follow-up.
 * @csspart question - The question as it was typed.
 */
export class ExchangeElement extends PassimElement {
  static override readonly styles = [base, progress, styles];

  @property({ attribute: false }) exchange: Exchange | null = null;
  @property({ attribute: false }) documents: Readonly<Record<string, KnownDocument>> = {};
  @property() rating: Rating | null = null;
  @property({ type: Boolean }) online = true;

  override render(): TemplateResult {
    const { exchange } = this;
    if (exchange === null) {
      return html``;
    }
    return html`<article>
      <h2 part="question"><span class="hidden-text">${this.terms.chat.you} </span>${exchange.question}</h2>
      ${this.#searchedFor(exchange)} ${this.#scope(exchange)} ${this.#phase(exchange, exchange.phase)}
    </article>`;
  }

  #searchedFor({ question, phase }: Exchange): TemplateResult | typeof nothing {
    const standalone =
      phase.kind === 'answered'
        ? phase.answer.standaloneQuestion
        : phase.kind === 'working'
          ? phase.standaloneQuestion
          : null;
    if (standalone === null || standalone.trim() === question.trim()) {
      return nothing;
    }
    const { answer } = this.terms;
    return html`<p class="rewrite">
      ${answer.searchedFor} <q>${standalone}</q>
      ${
        phase.kind === 'answered'
          ? html`<button class="link" type="button" @click=${() => this.dispatchEvent(new AskEvent(question, true))}>
            ${answer.undo}
          </button>`
          : nothing
      }
    </p>`;
  }

  #scope({ filters }: Exchange): TemplateResult | typeof nothing {
    return filters === null
      ? nothing
      : html`<p class="rewrite">${scopeText(filters, this.terms)}</p>`;
  }

  #phase(exchange: Exchange, phase: Phase): TemplateResult {
    switch (phase.kind) {
      case 'answered':
        return html`<passim-answer
          .answer=${phase.answer}
          .documents=${this.documents}
          .rating=${this.rating}
        ></passim-answer>`;
      case 'failed':
        return html`<p class="failed">${problemText(this.terms, phase.code, phase.detail)}</p>
          ${this.#again(exchange)}`;
      case 'stopped':
        return html`<p class="settled">${this.terms.phase.stopped}</p>
          ${this.#again(exchange)}`;
      case 'waiting':
      case 'working':
      case 'retrying':
      case 'stopping':
        return this.#progress(phase);
    }
  }

  #progress(phase: Phase): TemplateResult {
    const reading =
      this.online && phase.kind === 'working' && phase.stage === 'reading' && phase.total > 0;
    return html`<p class="progress">
        <span class="pulse" aria-hidden="true"></span>${phaseText(phase, this.online, this.terms)}
      </p>
      ${
        reading
          ? html`<progress
            max=${phase.total}
            .value=${phase.done}
            aria-label=${this.terms.phase.reading(phase.done, phase.total)}
          ></progress>`
          : nothing
      }`;
  }

  #again({ question, standalone }: Exchange): TemplateResult {
    return html`<p>
      <button
        class="button plain"
        type="button"
        @click=${() => this.dispatchEvent(new AskEvent(question, standalone))}
      >
        ${this.terms.phase.askAgain}
      </button>
    </p>`;
  }
}
