import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CancelEvent, ReviewDecisionEvent } from '../../events';
import { answersProblem, decisionLimits, writtenPhrases } from '../../state/curation';
import { base } from '../../themes';
import { CurationElement } from '../curation-element';
import { styles } from './review-decision.styles';

export type DecisionKind = 'gap' | 'case' | 'dismissed';

/**
 * What has to be said of a decision about a question under review.
 *
 * @event passim-review-decision - It was said.
 * @event passim-cancel - Nothing is decided.
 */
export class ReviewDecisionElement extends CurationElement {
  static override readonly styles = [base, styles];

  @property() kind: DecisionKind = 'gap';
  /** Answers to begin with, such as what people would have expected. */
  @property({ attribute: false }) suggested: readonly string[] = [];
  @property({ type: Boolean }) sending = false;
  /** Why it was not accepted. */
  @property() problem: string | null = null;

  @state() private lack: string | null = null;
  @query('#first') private first!: HTMLTextAreaElement;
  @query('#context') private context!: HTMLTextAreaElement | null;

  override render(): TemplateResult {
    const { reviews } = this.words;
    const { kind } = this;
    const problem = this.lack ?? this.problem;
    return html`<form novalidate @submit=${this.#onSubmit}>
      ${kind === 'case' ? this.#case() : this.#note(kind)}
      ${problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      <div class="actions">
        <button class="button" type="submit" ?disabled=${this.sending}>${reviews.submit[kind]}</button>
        <button class="button plain" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>
          ${this.terms.app.cancel}
        </button>
      </div>
    </form>`;
  }

  #note(kind: 'gap' | 'dismissed'): TemplateResult {
    const { reviews } = this.words;
    return html`<label for="first">${reviews.note[kind]}</label>
      <textarea id="first" rows="2" maxlength=${decisionLimits.note} aria-describedby="hint" @input=${this.#onInput}></textarea>
      <p class="hint" id="hint">${reviews.noteHint[kind]}</p>`;
  }

  #case(): TemplateResult {
    const { reviews } = this.words;
    return html`<label for="first">${reviews.answers}</label>
      <textarea
        id="first"
        rows="3"
        aria-describedby="hint"
        .value=${this.suggested.join('\n')}
        @input=${this.#onInput}
      ></textarea>
      <p class="hint" id="hint">${reviews.answersHint}</p>
      <label for="context">${reviews.context}</label>
      <textarea
        id="context"
        rows="3"
        maxlength=${decisionLimits.context}
        aria-describedby="context-hint"
        @input=${this.#onInput}
      ></textarea>
      <p class="hint" id="context-hint">${reviews.contextHint}</p>`;
  }

  protected override firstUpdated(): void {
    this.first.focus();
  }

  readonly #onInput = (): void => {
    this.lack = null;
  };

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const note = this.first.value.trim();
    this.lack = this.#lackOf(note);
    if (this.lack !== null || this.sending) {
      this.first.focus();
      return;
    }
    switch (this.kind) {
      case 'gap':
        this.dispatchEvent(new ReviewDecisionEvent({ kind: 'gap', note }));
        return;
      case 'dismissed':
        this.dispatchEvent(
          new ReviewDecisionEvent({ kind: 'dismissed', ...(note === '' ? {} : { note }) }),
        );
        return;
      case 'case':
        this.#tellCase(writtenPhrases(note.split('\n')));
    }
  }

  #tellCase(answers: readonly string[]): void {
    const context = this.context?.value.trim() ?? '';
    this.dispatchEvent(
      new ReviewDecisionEvent({ kind: 'case', answers, ...(context === '' ? {} : { context }) }),
    );
  }

  #lackOf(note: string): string | null {
    const { reviews } = this.words;
    if (this.kind !== 'case') {
      return this.kind === 'gap' && note === '' ? reviews.noteMissing : null;
    }
    const answers = writtenPhrases(note.split('\n'));
    const problem = answersProblem(answers, this.context?.value.trim() ?? '');
    switch (problem?.kind) {
      case undefined:
        return null;
      case 'tooMany':
        return reviews.answersTooMany(decisionLimits.answers);
      case 'tooLong':
        return reviews.answersTooLong(decisionLimits.answer);
      case 'lacking':
        return reviews.contextLacks(problem.answer);
    }
  }
}
