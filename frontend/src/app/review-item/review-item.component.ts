import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../components';
import { ReviewReopenEvent } from '../../events';
import { formatDate, formatPercent } from '../../i18n';
import { type Collection, noFilters, searchPath } from '../../state';
import type { Resolution, Review, ReviewComment } from '../../state/curation';
import { base } from '../../themes';
import { entry } from '../styles';
import { collectionNames } from '../collection-names';
import { CurationElement } from '../curation-element';
import '../review-decision/review-decision';
import type { DecisionKind } from '../review-decision/review-decision.component';
import { curatedPath, newEntry } from '../router';
import { styles } from './review-item.styles';

const searchedPassages = 20;

/**
 * A question under review: why it is there, what was shown, and what is or can be decided about it.
 *
 * @event passim-review-decision - It was decided about.
 * @event passim-review-reopen - The decision is to be taken back.
 */
export class ReviewItemElement extends CurationElement {
  static override readonly styles = [base, entry, styles];

  @property({ attribute: false }) review: Review | null = null;
  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property({ type: Boolean }) sending = false;
  /** Why the decision was not accepted. */
  @property() problem: string | null = null;

  @state() private deciding: DecisionKind | null = null;

  override render(): TemplateResult {
    const { review } = this;
    if (review === null) {
      return html``;
    }
    return html`<h2>${review.question}</h2>
      <p class="meta">${this.#facts(review).map((fact) => html`<span>${fact}</span>`)}</p>
      ${this.#shown(review)}
      ${review.comments.map((comment) => this.#comment(comment))}
      ${review.resolution === null ? this.#open(review) : this.#resolved(review, review.resolution)}`;
  }

  #facts({ outcome, asked, downRated, lastAskedAt, collectionIds }: Review): readonly string[] {
    const { reviews } = this.words;
    return [
      reviews.outcomes[outcome],
      reviews.asked(asked),
      ...(downRated === 0 ? [] : [reviews.downRated(downRated)]),
      reviews.last(formatDate(this.terms.language, lastAskedAt)),
      collectionIds.length === 0
        ? reviews.everywhere
        : this.words.list.within(collectionNames(collectionIds, this.collections)),
    ];
  }

  /** An answer that was curated has no confidence. */
  #shown({ candidate, outcome, reason }: Review): TemplateResult {
    const { reviews } = this.words;
    const { answer, language } = this.terms;
    if (candidate === null) {
      const reasons: Readonly<Record<string, string>> = answer.reasons;
      return html`<p class="soft">${(outcome === 'not_found' ? reasons[reason ?? ''] : undefined) ?? reviews.nothingShown}</p>`;
    }
    return html`<div class="shown">
      <p class="soft">
        ${outcome === 'unsure' ? reviews.best : reviews.shown}${
          outcome === 'curated'
            ? nothing
            : html` · ${answer.confidence} ${formatPercent(language, candidate.confidence)}`
        }
      </p>
      <passim-quote minor .citation=${candidate.citation} .text=${candidate.text}></passim-quote>
      <passim-citation .citation=${candidate.citation}></passim-citation>
    </div>`;
  }

  #comment({ expected, reason }: ReviewComment): TemplateResult {
    const { reviews } = this.words;
    const line = (label: string, said: string | null): TemplateResult | typeof nothing =>
      said === null || said === ''
        ? nothing
        : html`<p class="comment"><span class="soft">${label}</span> ${said}</p>`;
    return html`${line(reviews.said, reason)}${line(reviews.expected, expected)}`;
  }

  #open(review: Review): TemplateResult {
    const { reviews } = this.words;
    const { id, question } = review;
    return html`<div class="actions" role="group" aria-label=${reviews.resolve(question)}>
        <a class="button plain" href=${curatedPath(newEntry, id)} aria-label=${reviews.pinFor(question)}>${reviews.pin}</a>
        ${this.#choice('gap', reviews.gap)} ${this.#choice('case', reviews.case)}
        ${this.#choice('dismissed', reviews.dismiss)} ${this.#search(review)}
      </div>
      ${this.deciding === null ? nothing : this.#decision(this.deciding, review)}`;
  }

  #decision(kind: DecisionKind, { comments }: Review): TemplateResult {
    const expected = comments.flatMap((comment) => comment.expected ?? []);
    return html`<passim-review-decision
      id="decision"
      .kind=${kind}
      .suggested=${[...new Set(expected)]}
      .sending=${this.sending}
      .problem=${this.problem}
      @passim-cancel=${() => {
        this.deciding = null;
        this.renderRoot.querySelector<HTMLElement>(`[data-kind="${kind}"]`)?.focus();
      }}
    ></passim-review-decision>`;
  }

  #choice(kind: DecisionKind, label: string): TemplateResult {
    const open = this.deciding === kind;
    return html`<button
      class="button plain"
      type="button"
      data-kind=${kind}
      aria-expanded=${open}
      aria-controls=${open ? 'decision' : nothing}
      @click=${() => (this.deciding = open ? null : kind)}
    >
      ${label}
    </button>`;
  }

  #search({ question, collectionIds }: Review): TemplateResult {
    const { reviews } = this.words;
    const path = searchPath({
      query: question,
      collectionId: collectionIds.length === 1 ? (collectionIds[0] ?? null) : null,
      filters: noFilters,
      limit: searchedPassages,
    });
    return html`<a class="quiet" href=${path} aria-label=${reviews.searchFor(question)}>${reviews.search}</a>`;
  }

  #resolved(review: Review, { kind, note, curatedId, resolvedAt }: Resolution): TemplateResult {
    const { reviews } = this.words;
    const date = formatDate(this.terms.language, resolvedAt);
    return html`<p class="resolution">
        <strong>${reviews.resolutions[kind]}</strong> · ${reviews.resolved(date)}
        ${curatedId === null ? nothing : html` · <a href=${curatedPath(curatedId)}>${reviews.showPinned}</a>`}
      </p>
      ${note === null ? nothing : html`<p class="note">${note}</p>`}
      ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
      <div class="actions">
        <button
          class="button plain"
          type="button"
          aria-label=${reviews.reopenFor(review.question)}
          ?disabled=${this.sending}
          @click=${() => this.dispatchEvent(new ReviewReopenEvent())}
        >
          ${reviews.reopen}
        </button>
        ${this.#search(review)}
      </div>`;
  }
}
