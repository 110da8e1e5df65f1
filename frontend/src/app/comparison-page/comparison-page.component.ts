import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { backIcon } from '../../components';
import { problemOf } from '../../connection';
import { type EvaluationApi, Poll } from '../../connection/evaluation';
import { evaluationProblem } from '../../i18n/evaluation';
import type { Collection } from '../../state';
import { type Comparison, type Evaluation, isOpen, readerOf } from '../../state/evaluation';
import { base, progress } from '../../themes';
import { EvaluationElement } from '../evaluation-element';
import { evaluationPath } from '../router';
import '../run-comparison/run-comparison';
import { runFacts, stageDone } from '../run-facts';
import { styles } from './comparison-page.styles';

type Pair = readonly [here: Evaluation, there: Evaluation];

/** Two evaluations beside each other: how far they are, then what they measured. */
export class ComparisonPageElement extends EvaluationElement {
  static override readonly styles = [base, progress, styles];

  @property({ attribute: false }) api!: EvaluationApi;
  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property({ attribute: false }) evaluationId = '';
  /** The one it is held against. */
  @property({ attribute: false }) against = '';

  @state() private runs: Pair | null = null;
  @state() private comparison: Comparison | null = null;
  @state() private problem: string | null = null;
  #poll: Poll<Pair> | null = null;

  override render(): TemplateResult {
    const { runs, words } = this;
    return html`<a class="back" href="/evaluations">${backIcon}${words.back}</a>
      ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
      ${
        runs === null
          ? this.problem === null
            ? html`<p class="soft">${this.terms.app.loading}</p>`
            : nothing
          : this.#pair(runs)
      }
      <passim-run-comparison .comparison=${this.comparison}></passim-run-comparison>`;
  }

  #pair(runs: Pair): TemplateResult {
    const [here, there] = runs;
    const { compare } = this.words;
    return html`<h1>${this.#title(runs)}</h1>
      <div class="pair">${this.#run(compare.here, here)} ${this.#run(compare.there, there)}</div>
      <p class="soft">
        <a href=${evaluationPath(this.against, this.evaluationId)}>${compare.swap}</a>
        ${
          this.comparison === null
            ? nothing
            : html`·
                <a download href=${this.api.comparisonCsvUrl(here.id, there.id).href}>${compare.csv}</a>`
        }
      </p>
      ${this.#note(runs)}`;
  }

  #title([here, there]: Pair): string {
    const readers = [readerOf(here), readerOf(there)] as const;
    const differ = readers[0] !== null && readers[1] !== null && readers[0] !== readers[1];
    return this.words.compare.against(
      differ ? (readers[0] ?? '') : here.name,
      differ ? (readers[1] ?? '') : there.name,
    );
  }

  #run(side: string, run: Evaluation): TemplateResult {
    const { words, terms } = this;
    const { id, name, status, progress, problem } = run;
    return html`<section>
      <p class="side">${side}</p>
      <h2><a href=${evaluationPath(id)}>${name}</a></h2>
      <p class="soft">${runFacts(run, this.collections, terms).join(' · ')}</p>
      ${
        status === 'done'
          ? nothing
          : html`<p class=${`status ${status}`}>${words.statuses[status]}</p>
              ${
                isOpen(run)
                  ? html`<p class="soft">${stageDone(run, words).text}</p>
                      <progress max="1" .value=${progress ?? 0} aria-label=${name}></progress>`
                  : nothing
              }
              ${
                problem === null
                  ? nothing
                  : html`<p class="problem">${evaluationProblem(terms, problem.code, problem.detail)}</p>`
              }`
      }
    </section>`;
  }

  #note(runs: Pair): TemplateResult | typeof nothing {
    const { compare } = this.words;
    if (runs.every(({ status }) => status === 'done')) {
      return nothing;
    }
    const ended = runs.some((run) => !isOpen(run) && run.status !== 'done');
    return html`<p class="note" role="status">${ended ? compare.notDone : compare.waiting}</p>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#poll?.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('evaluationId') || changed.has('against')) {
      this.#follow();
    }
  }

  protected override updated(): void {
    if (this.runs !== null) {
      document.title = `${this.#title(this.runs)} · Passim`;
    }
  }

  #follow(): void {
    const { evaluationId, against } = this;
    this.#poll?.close();
    this.runs = null;
    this.comparison = null;
    this.problem = null;
    this.#poll = new Poll<Pair>(
      () => Promise.all([this.api.get(evaluationId), this.api.get(against)]),
      {
        onValue: (runs) => {
          this.runs = runs;
          this.problem = null;
          void this.#compare(runs);
        },
        onError: (error) => {
          this.problem = this.#text(error);
        },
        isOpen: (runs) => runs.some(isOpen),
      },
    );
  }

  async #compare(runs: Pair): Promise<void> {
    const [here, there] = runs;
    if (this.comparison !== null || runs.some(({ status }) => status !== 'done')) {
      return;
    }
    try {
      const comparison = await this.api.compare(here.id, there.id);
      this.comparison = this.runs === runs ? comparison : this.comparison;
    } catch (error) {
      this.problem = this.#text(error);
    }
  }

  #text(error: unknown): string {
    const { code, message } = problemOf(error);
    return evaluationProblem(this.terms, code, message);
  }
}
