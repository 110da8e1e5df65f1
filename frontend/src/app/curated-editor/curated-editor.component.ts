import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { backIcon } from '../../components';
import { type PassimApi, problemOf } from '../../connection';
import { CuratedApi, ReviewApi } from '../../connection/curation';
import { type CuratedSaveEvent, GoEvent } from '../../events';
import type { Collection } from '../../state';
import { type CuratedAnswer, type CuratedDraft, curatedField, type Review } from '../../state/curation';
import { base } from '../../themes';
import '../curated-form/curated-form';
import type { CuratedFormElement } from '../curated-form/curated-form';
import type { CuratedProblem, CuratedStart } from '../curated-form/curated-form.component';
import { CurationElement } from '../curation-element';
import { reviewsPath } from '../router';
import { styles } from './curated-editor.styles';

const blank: CuratedStart = {
  question: '',
  paraphrases: [],
  collectionIds: [],
  text: null,
  place: null,
};

/** A curated answer to be written or changed, perhaps for a question under review. */
export class CuratedEditorElement extends CurationElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: PassimApi;
  @property({ attribute: false }) collections: readonly Collection[] = [];
  /** Null for a new one. */
  @property({ attribute: false }) curatedId: string | null = null;
  @property({ attribute: false }) reviewId: string | null = null;

  /** Null while it is on its way. */
  @state() private start: CuratedStart | null = null;
  @state() private answer: CuratedAnswer | null = null;
  @state() private review: Review | null = null;
  /** Why there is nothing to edit. */
  @state() private failure: string | null = null;
  @state() private problem: CuratedProblem | null = null;
  @state() private saving = false;
  @query('passim-curated-form') private form!: CuratedFormElement;

  override render(): TemplateResult {
    const { words } = this;
    const title = this.curatedId === null ? words.form.newTitle : words.form.editTitle;
    return html`<p class="back">
        <a href=${this.#origin}>${backIcon}${this.reviewId === null ? words.back : words.reviews.title}</a>
      </p>
      <h1>${title}</h1>
      ${this.failure === null ? nothing : html`<p class="problem" role="alert">${this.failure}</p>`}
      ${this.start === null ? this.#instead() : this.#editor(this.start)}`;
  }

  #instead(): TemplateResult {
    const { app } = this.terms;
    return this.failure === null
      ? html`<p class="soft">${app.loading}</p>`
      : html`<button class="button plain" type="button" @click=${() => void this.#load()}>${app.tryAgain}</button>`;
  }

  #editor(start: CuratedStart): TemplateResult {
    return html`${this.answer === null ? nothing : this.#stale(this.answer)}
      ${this.review === null ? nothing : this.#asked(this.review)}
      <passim-curated-form
        .api=${this.api}
        .collections=${this.collections}
        .start=${start}
        .saving=${this.saving}
        .problem=${this.problem}
        @passim-curated-save=${({ answer }: CuratedSaveEvent) => void this.#save(answer)}
        @passim-cancel=${this.#leave}
      ></passim-curated-form>`;
  }

  /** Why it is not given, and what can be done about it. */
  #stale({ state: standing, citation, text }: CuratedAnswer): TemplateResult | typeof nothing {
    if (standing === 'current') {
      return nothing;
    }
    const newer = citation?.supersededBy ?? null;
    const { label, text: advice } = this.words.stale[standing];
    return html`<div class="note caution">
      <p><strong>${label}</strong></p>
      <p>${advice}</p>
      ${
        newer === null || text === null
          ? nothing
          : html`<button
              class="button plain"
              type="button"
              @click=${() => {
                this.form.quote({ documentId: newer, start: 0, end: text.length, text });
              }}
            >
              ${this.words.form.newerVersion}
            </button>`
      }
    </div>`;
  }

  /** What was asked, and what was shown for it: it may have been right. */
  #asked({ candidate, comments }: Review): TemplateResult {
    const { form, reviews } = this.words;
    const shown = candidate?.text ?? null;
    const citation = candidate?.citation;
    const expected = comments.flatMap((said) => said.expected ?? []);
    return html`<div class="note">
      <p><strong>${form.forReview}</strong></p>
      ${shown === null ? nothing : html`<p>${form.shownThen} <q>${shown}</q></p>`}
      ${expected.map((words) => html`<p>${reviews.expected} ${words}</p>`)}
      ${
        shown === null || citation?.state !== 'current'
          ? nothing
          : html`<button
              class="button plain"
              type="button"
              @click=${() => {
                const { documentId, start, end } = citation;
                this.form.quote({ documentId, start, end, text: shown });
              }}
            >
              ${form.takeShown}
            </button>`
      }
    </div>`;
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    this.failure = null;
    try {
      if (this.curatedId !== null) {
        this.answer = await this.#curated.get(this.curatedId);
        this.start = startOf(this.answer);
      } else if (this.reviewId === null) {
        this.start = blank;
      } else {
        const review = await this.#reviews.get(this.reviewId);
        const collections = await this.api.collections();
        const collectionIds = review.collectionIds.filter((id) =>
          collections.some((known) => known.id === id),
        );
        this.review = review;
        this.start = { ...blank, question: review.question, collectionIds };
      }
    } catch (error) {
      this.failure = this.problemText(error);
    }
  }

  async #save(draft: CuratedDraft): Promise<void> {
    this.saving = true;
    this.problem = null;
    try {
      if (this.answer !== null) {
        await this.#curated.replace(this.answer.id, this.answer.revision, draft);
      } else if (this.reviewId === null) {
        await this.#curated.pin(draft);
      } else {
        await this.#reviews.resolve(this.reviewId, { kind: 'curated', curated: draft });
      }
      this.#leave();
    } catch (error) {
      this.problem = { field: curatedField(problemOf(error).code), text: this.problemText(error) };
    } finally {
      this.saving = false;
    }
  }

  readonly #leave = (): void => {
    this.dispatchEvent(new GoEvent(this.#origin));
  };

  get #origin(): string {
    return this.reviewId === null ? '/curated' : reviewsPath('open');
  }

  get #curated(): CuratedApi {
    return new CuratedApi(this.api.rest);
  }

  get #reviews(): ReviewApi {
    return new ReviewApi(this.api.rest);
  }
}

/** What can be begun with of an answer whose document is deleted is its questions alone. */
function startOf({ question, paraphrases, collectionIds, text, citation }: CuratedAnswer): CuratedStart {
  const start = { question, paraphrases, collectionIds };
  if (citation === null) {
    return { ...start, text: text ?? '', place: null };
  }
  const { documentId, start: from, end } = citation;
  return {
    ...start,
    text: null,
    place: text === null ? null : { documentId, start: from, end, text },
  };
}
