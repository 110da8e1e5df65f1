import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { PassimApi } from '../../connection';
import {
  CancelEvent,
  type CollectionsChangeEvent,
  CuratedSaveEvent,
  type DocumentChoiceEvent,
  type PhrasesChangeEvent,
  type QuotationChangeEvent,
} from '../../events';
import type { Collection } from '../../state';
import { type CuratedField, curatedLimits, type QuotedPlace, writtenPhrases } from '../../state/curation';
import { base } from '../../themes';
import { choice } from '../styles';
import '../curated-audience/curated-audience';
import type { CuratedAudienceElement } from '../curated-audience/curated-audience';
import { CurationElement } from '../curation-element';
import '../document-choice/document-choice';
import '../phrase-list/phrase-list';
import '../quotation-choice/quotation-choice';
import { styles } from './curated-form.styles';

/** What the form begins with. */
export interface CuratedStart {
  readonly question: string;
  readonly paraphrases: readonly string[];
  readonly collectionIds: readonly string[];
  /** An answer in own words, or null if a document is quoted. */
  readonly text: string | null;
  readonly place: QuotedPlace | null;
}

/** Why it was not pinned, beside the field that it is about. */
export interface CuratedProblem {
  readonly field: CuratedField;
  readonly text: string;
}

/**
 * A question, other ways to ask it, its answer, and who is given it.
 *
 * @event passim-curated-save - It is to be pinned.
 * @event passim-cancel - It is not.
 */
export class CuratedFormElement extends CurationElement {
  static override readonly styles = [base, choice, styles];

  @property({ attribute: false }) api!: PassimApi;
  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property({ attribute: false }) start: CuratedStart | null = null;
  @property({ type: Boolean }) saving = false;
  @property({ attribute: false }) problem: CuratedProblem | null = null;

  @state() private phrases: readonly string[] = [];
  @state() private own = false;
  /** Kept while the other kind of answer is looked at. */
  @state() private written = '';
  @state() private documentId: string | null = null;
  @state() private initial: QuotedPlace | null = null;
  @state() private place: QuotedPlace | null = null;
  @state() private collectionIds: readonly string[] = [];
  @query('#question') private question!: HTMLInputElement;
  @query('passim-curated-audience') private checks!: CuratedAudienceElement;

  override render(): TemplateResult {
    const { form } = this.words;
    const { app } = this.terms;
    return html`<form novalidate @submit=${this.#onSubmit}>
      <div class="part">
        <label class="label" for="question">${form.question}</label>
        <input
          id="question"
          required
          maxlength=${curatedLimits.question}
          autocomplete="off"
          aria-invalid=${this.problem?.field === 'question'}
          aria-describedby="question-hint question-problem"
          .value=${this.start?.question ?? ''}
        />
        <p class="hint" id="question-hint">${form.questionHint}</p>
        <div id="question-problem">${this.#problem('question')}</div>
      </div>
      <div class="part">
        <p class="label">${form.paraphrases}</p>
        <p class="hint">${form.paraphrasesHint}</p>
        <passim-phrase-list
          .phrases=${this.phrases}
          .problem=${this.problem?.field === 'paraphrases' ? this.problem.text : null}
          @passim-phrases-change=${({ phrases }: PhrasesChangeEvent) => (this.phrases = phrases)}
        ></passim-phrase-list>
      </div>
      <fieldset class="part" id="answer">
        <legend class="label">${form.answer}</legend>
        ${this.#kind(false, form.quote, form.quoteHint)} ${this.#kind(true, form.own, form.ownHint)}
        ${this.own ? this.#ownText() : this.#quotation()} ${this.#problem('answer')}
      </fieldset>
      <passim-curated-audience
        class="part"
        .collections=${this.collections}
        .chosen=${this.collectionIds}
        .problem=${this.problem?.field === 'collections' ? this.problem.text : null}
        @passim-collections-change=${(event: CollectionsChangeEvent) => {
          this.collectionIds = event.collectionIds;
        }}
      ></passim-curated-audience>
      ${this.#problem('form')}
      <div class="actions">
        <button class="button" type="submit" ?disabled=${this.saving}>
          ${this.saving ? form.saving : form.save}
        </button>
        <button class="button plain" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>
          ${app.cancel}
        </button>
      </div>
    </form>`;
  }

  #problem(field: CuratedField): TemplateResult | typeof nothing {
    return this.problem?.field === field
      ? html`<p class="problem" role="alert">${this.problem.text}</p>`
      : nothing;
  }

  #kind(own: boolean, label: string, hint: string): TemplateResult {
    return html`<label class="choice">
      <input type="radio" name="kind" .checked=${this.own === own} @change=${() => {
        this.own = own;
        this.problem = null;
      }} />
      <span>${label}<span class="hint">${hint}</span></span>
    </label>`;
  }

  #ownText(): TemplateResult {
    return html`<div class="within">
      <label for="text">${this.words.form.ownText}</label>
      <textarea
        id="text"
        rows="4"
        maxlength=${curatedLimits.text}
        .value=${this.written}
        @input=${({ target }: Event) => (this.written = (target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>`;
  }

  #quotation(): TemplateResult {
    return html`<div class="within">
      <passim-document-choice
        .api=${this.api}
        .collections=${this.collections}
        .documentId=${this.documentId}
        @passim-document-choice=${({ documentId }: DocumentChoiceEvent) => {
          this.documentId = documentId;
          this.place = null;
        }}
      ></passim-document-choice>
      ${
        this.documentId === null
          ? nothing
          : html`<passim-quotation-choice
              .api=${this.api}
              .documentId=${this.documentId}
              .initial=${this.initial}
              @passim-quotation-change=${({ place }: QuotationChangeEvent) => (this.place = place)}
            ></passim-quotation-choice>`
      }
    </div>`;
  }

  /** Looks for words in a document, in place of what was chosen before. */
  quote(place: QuotedPlace): void {
    this.own = false;
    this.initial = place;
    this.documentId = place.documentId;
    this.place = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { start } = this;
    if (changed.has('start') && start !== null) {
      this.phrases = start.paraphrases;
      this.own = start.text !== null;
      this.written = start.text ?? '';
      this.collectionIds = start.collectionIds;
      this.initial = start.place;
      this.documentId = start.place?.documentId ?? null;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('problem') && this.problem !== null) {
      this.#focusOn(this.problem.field);
    }
  }

  #focusOn(field: CuratedField): void {
    const selector = {
      question: '#question',
      paraphrases: 'passim-phrase-list',
      answer: this.own ? '#text' : 'passim-quotation-choice, passim-document-choice',
      collections: 'passim-curated-audience',
      form: 'button[type="submit"]',
    }[field];
    [...this.renderRoot.querySelectorAll<HTMLElement>(selector)].at(-1)?.focus();
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.saving) {
      return;
    }
    const question = this.question.value.trim();
    const text = this.written.trim();
    this.problem = this.#lack(question, text);
    const { place, own, collectionIds } = this;
    const asked = { question, paraphrases: writtenPhrases(this.phrases), collectionIds };
    if (this.problem === null) {
      if (own) {
        this.dispatchEvent(new CuratedSaveEvent({ ...asked, text }));
      } else if (place !== null) {
        this.dispatchEvent(new CuratedSaveEvent({ ...asked, citation: place }));
      }
    }
  }

  /** What is missing before it can be pinned. */
  #lack(question: string, text: string): CuratedProblem | null {
    const { form } = this.words;
    if (question === '') {
      return { field: 'question', text: form.questionMissing };
    }
    if (this.own ? text === '' : this.place === null) {
      return { field: 'answer', text: this.own ? form.answerMissing : form.quotationMissing };
    }
    return this.checks.complete ? null : { field: 'collections', text: form.noCollection };
  }
}
