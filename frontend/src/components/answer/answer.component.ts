import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatPercent } from '../../i18n';
import {
  type Alternative,
  type Answer,
  type Curation,
  isDisputed,
  type KnownDocument,
  type Rating,
} from '../../state';
import { base } from '../../themes';
import '../alternatives/alternatives';
import '../citation/citation';
import '../confidence/confidence';
import '../disagreement/disagreement';
import '../explanation/explanation';
import '../feedback/feedback';
import { copyIcon } from '../icons';
import { appLinks, type Links, linksContext } from '../links';
import '../passages/passages';
import { PassimElement } from '../passim-element';
import '../quote/quote';
import { citedText } from './cited-text';
import { corroborationList } from './corroboration';
import { styles } from './answer.styles';

type Panel = 'alternatives' | 'passages' | 'why';

/**
 * One answer: the words in their sentence with their source, or the passages if Passim is not sure, or the reason why
 * there is none; then, on request, runners-up, passages and the explanation.
 *
 * @csspart actions - The row of buttons below an answer.
 * @csspart panel - What a button opened.
 */
export class AnswerElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) answer: Answer | null = null;
  @property({ attribute: false }) documents: Readonly<Record<string, KnownDocument>> = {};
  @property() rating: Rating | null = null;

  @state() private panel: Panel | null = null;
  @state() private copied = false;

  @consume({ context: linksContext, subscribe: true })
  @state()
  private links: Links = appLinks;

  override render(): TemplateResult {
    const { answer } = this;
    if (answer === null) {
      return html``;
    }
    return html`${this.#body(answer)}
    ${answer.kept === false ? html`<p class="not-kept">${this.terms.answer.notKept}</p>` : nothing}
    ${this.#actions(answer)}
    ${this.panel === null ? nothing : html`<div class="panel" id="panel" part="panel">${this.#panel(answer, this.panel)}</div>`}`;
  }

  #body(answer: Answer): TemplateResult {
    switch (answer.status) {
      case 'answered':
        return this.#answered(answer);
      case 'unsure':
        return this.#unsure(answer);
      case 'not_found':
        return this.#notFound(answer);
    }
  }

  #answered(answer: Answer): TemplateResult {
    const { documents, terms } = this;
    if (answer.curated !== null) {
      return this.#curated(answer, answer.curated);
    }
    if (isDisputed(answer)) {
      return html`${this.#disagreement(answer)} ${corroborationList(answer, documents, this.links, terms)}`;
    }
    return html`${this.#words(answer)}
      <passim-citation .citation=${answer.citation}></passim-citation>
      <passim-confidence .value=${answer.confidence}></passim-confidence>
      ${corroborationList(answer, documents, this.links, terms)}`;
  }

  #disagreement(answer: Answer): TemplateResult {
    return html`<passim-disagreement .answer=${answer} .documents=${this.documents}></passim-disagreement>`;
  }

  /** Several answers of one sentence are marked in it; the items of a list are listed, without its dashes. */
  #words({ citation, items = [], itemsContinue = false, text }: Answer): TemplateResult {
    const start = citation?.sentence?.start;
    if (items.every((item) => item.citation.sentence?.start === start)) {
      const [first = citation, ...also] = items.map((item) => item.citation);
      return html`<passim-quote .citation=${first} .text=${text} .also=${also}></passim-quote>`;
    }
    return html`<ul class="items">
        ${items.map(
          ({ text: words, citation: { language } }) =>
            html`<li><strong part="span" lang=${language ?? nothing}>${words}</strong></li>`,
        )}
      </ul>
      ${itemsContinue ? html`<p class="continues">${this.terms.answer.itemsContinue}</p>` : nothing}`;
  }

  /** Somebody vouches for it, so there is no confidence to show; words of their own are no quotation. */
  #curated(answer: Answer, { id, question }: Curation): TemplateResult {
    const { answer: words } = this.terms;
    const own = answer.citation === null && answer.text !== null;
    return html`${
      own
        ? html`<p class="own">${answer.text}</p>`
        : html`<passim-quote .citation=${answer.citation} .text=${answer.text}></passim-quote>
            <passim-citation .citation=${answer.citation}></passim-citation>`
    }
      <p class="curated">
        <strong>${words.curated}</strong> ${own ? words.curatedOwn(question) : words.curatedQuote(question)}
        ${this.links.curated === null ? nothing : html`<a href=${this.links.curated(id)}>${words.curatedEdit}</a>`}
      </p>`;
  }

  #unsure(answer: Answer): TemplateResult {
    const { answer: words, language } = this.terms;
    return html`<h3 class="verdict">${words.unsureTitle}</h3>
      <p class="reason">${words.unsureText(formatPercent(language, answer.confidence))}</p>
      ${isDisputed(answer) ? this.#disagreement(answer) : nothing}
      ${
        answer.passages.length === 0
          ? html`<p class="reason">${words.unsureNoPassages}</p>`
          : html`<passim-passages .passages=${answer.passages} .documents=${this.documents}></passim-passages>`
      }`;
  }

  #notFound(answer: Answer): TemplateResult {
    const { answer: words } = this.terms;
    const reasons: Readonly<Record<string, string>> = words.reasons;
    const invite = answer.reason === 'empty_collection' && this.links.library !== null;
    return html`<h3 class="verdict">${words.notFoundTitle}</h3>
      <p class="reason">${reasons[answer.reason ?? ''] ?? words.reasonUnknown}</p>
      ${invite ? html`<p><a class="button" href=${this.links.library}>${words.upload}</a></p>` : nothing}`;
  }

  /** Those that are not shown already, beside the one that they contradict. */
  #alternatives(answer: Answer): readonly Alternative[] {
    const others = answer.status === 'unsure' ? answer.alternatives.slice(1) : answer.alternatives;
    return isDisputed(answer) ? others.filter(({ disagrees }) => !disagrees) : answer.alternatives;
  }

  #actions(answer: Answer): TemplateResult {
    const { answer: words, why } = this.terms;
    const answered = answer.status === 'answered';
    const others = this.#alternatives(answer).length;
    return html`<div class="actions" part="actions">
      ${
        others > 0
          ? this.#toggle(
              'alternatives',
              answered ? words.alternatives(others) : words.possible,
            )
          : nothing
      }
      ${
        answer.passages.length > 0 && answered
          ? this.#toggle('passages', words.passages(answer.passages.length))
          : nothing
      }
      ${this.#toggle('why', why.title)}
      ${
        answer.text === null
          ? nothing
          : html`<button
            class="icon"
            type="button"
            title=${words.copy}
            aria-label=${words.copy}
            @click=${() => void this.#copy(answer)}
          >
            ${copyIcon}
          </button>`
      }
      <span class="copied" role="status">${this.copied ? words.copied : ''}</span>
      ${
        answer.kept === false
          ? nothing
          : html`<passim-feedback .answerId=${answer.id} .rating=${this.rating}></passim-feedback>`
      }
    </div>`;
  }

  #toggle(panel: Panel, label: string): TemplateResult {
    const open = this.panel === panel;
    return html`<button
      class="quiet"
      type="button"
      aria-expanded=${open}
      aria-controls=${open ? 'panel' : nothing}
      @click=${() => (this.panel = open ? null : panel)}
    >
      ${label}
    </button>`;
  }

  #panel(answer: Answer, panel: Panel): TemplateResult {
    const { documents } = this;
    switch (panel) {
      case 'alternatives':
        return html`<passim-alternatives .alternatives=${this.#alternatives(answer)}></passim-alternatives>`;
      case 'passages':
        return html`<passim-passages .passages=${answer.passages} .documents=${documents}></passim-passages>`;
      case 'why':
        return html`<passim-explanation .answer=${answer} .documents=${documents}></passim-explanation>`;
    }
  }

  async #copy(answer: Answer): Promise<void> {
    try {
      await navigator.clipboard.writeText(citedText(answer, this.terms, this.links));
      this.copied = true;
    } catch {
      this.copied = false;
    }
  }
}
