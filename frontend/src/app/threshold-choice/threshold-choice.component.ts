import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type PassimApi, problemOf } from '../../connection';
import { CollectionChangedEvent } from '../../events';
import { formatMeasure, formatThreshold } from '../../i18n';
import { evaluationProblem } from '../../i18n/evaluation';
import type { Collection } from '../../state';
import type { QuestionResult } from '../../state/evaluation';
import {
  accuracyOf,
  type Claim,
  claimsOf,
  highestKeeping,
  lowestAccurate,
  outcomeAt,
} from '../../state/threshold';
import { base } from '../../themes';
import { EvaluationElement } from '../evaluation-element';
import '../threshold-line/threshold-line';
import { styles } from './threshold-choice.styles';
import { type Mark, outcomeBars, track } from './threshold-figures';

/** Of the answers given, and of the right ones that are kept. */
const accurate = 0.8;
const kept = 0.9;

/**
 * What each threshold would have made of the questions of a run, and the choice of one for its collection.
 *
 * @event passim-collection-changed - The collection has another threshold.
 */
export class ThresholdChoiceElement extends EvaluationElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: PassimApi;
  @property({ attribute: false }) collection!: Collection;
  @property({ attribute: false }) questions: readonly QuestionResult[] = [];

  /** Null until somebody moves it. */
  @state() private chosen: number | null = null;
  @state() private saving = false;
  @state() private said = '';
  @state() private problem: string | null = null;
  #claims: readonly Claim[] = [];
  #accurate: number | null = null;
  #keeping: number | null = null;

  override render(): TemplateResult {
    const { threshold: words } = this.words;
    const { language } = this.terms;
    const value = this.#value;
    const outcome = outcomeAt(this.#claims, value);
    const accuracy = accuracyOf(outcome);
    return html`<section>
      <h2>${words.title}</h2>
      <p class="soft">${words.text}</p>
      ${this.#own()}
      ${track(value, this.#marks(), this.terms, (chosen) => {
        this.#choose(chosen);
      })}
      ${this.#accurate === null ? html`<p class="soft">${words.neverAccurate}</p>` : nothing}
      ${outcomeBars(outcome, this.terms)}
      <p role="status">
        ${accuracy === null ? words.noneGiven : words.accuracy(formatMeasure(language, accuracy))}
      </p>
      ${this.#actions(value)}
    </section>`;
  }

  /** What the collection has of its own can be taken back. */
  #own(): TemplateResult | typeof nothing {
    return this.collection.threshold === null
      ? nothing
      : html`<passim-threshold-line
          .collection=${this.collection}
          .saving=${this.saving}
          @passim-threshold-reset=${() => void this.#save(null)}
        ></passim-threshold-line>`;
  }

  #actions(value: number): TemplateResult {
    const { threshold: words } = this.words;
    return html`<div class="actions">
        <button
          class="button"
          type="button"
          ?disabled=${this.saving || value === this.#inForce}
          @click=${() => void this.#save(value)}
        >
          ${words.use(formatThreshold(this.terms.language, value), this.collection.name)}
        </button>
        <p class="soft" role="status">${this.said}</p>
      </div>
      ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}`;
  }

  get #inForce(): number | null {
    return this.collection.threshold ?? this.collection.defaultThreshold;
  }

  get #value(): number {
    return this.chosen ?? this.#inForce ?? this.#accurate ?? 0.5;
  }

  #marks(): readonly Mark[] {
    const marks: readonly (readonly [Mark['kind'], number | null])[] = [
      ['now', this.#inForce],
      ['accurate', this.#accurate],
      ['keeping', this.#keeping],
    ];
    return marks.flatMap(([kind, at]) => (at === null ? [] : [{ kind, at }]));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('questions')) {
      this.#claims = claimsOf(this.questions);
      this.#accurate = lowestAccurate(this.#claims, accurate);
      this.#keeping = this.#claims.every(({ answerable }) => answerable)
        ? null
        : highestKeeping(this.#claims, kept);
    }
  }

  #choose(chosen: number): void {
    this.chosen = chosen;
    this.said = '';
  }

  async #save(threshold: number | null): Promise<void> {
    const { threshold: words } = this.words;
    const { id } = this.collection;
    this.saving = true;
    this.said = '';
    this.problem = null;
    try {
      const changed = await this.api.updateCollection(id, { threshold });
      const inForce = changed.threshold ?? changed.defaultThreshold ?? this.#value;
      this.chosen = threshold;
      this.said = words.used(changed.name, formatThreshold(this.terms.language, inForce));
      this.dispatchEvent(new CollectionChangedEvent(id));
    } catch (error) {
      const { code, message } = problemOf(error);
      this.problem = evaluationProblem(this.terms, code, message);
    } finally {
      this.saving = false;
    }
  }
}
