import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { problemOf } from '../../connection';
import { type EvaluationApi, Poll } from '../../connection/evaluation';
import { type EvaluationStartEvent, GoEvent, type MenuSelectEvent } from '../../events';
import { formatDuration, formatShare } from '../../i18n';
import { evaluationProblem } from '../../i18n/evaluation';
import type { Collection } from '../../state';
import { comparableRuns, type Evaluation, isOpen, type Model, readerOf } from '../../state/evaluation';
import { base, progress } from '../../themes';
import { entry } from '../styles';
import '../confirm/confirm';
import { EvaluationElement } from '../evaluation-element';
import { longestName } from '../evaluation-start/evaluation-start';
import { measureText } from '../measures';
import '../menu/menu';
import { evaluationPath } from '../router';
import { runFacts } from '../run-facts';
import { runMenu } from '../run-menu';
import { styles } from './evaluation-list.styles';

const mostComparisons = 3;

const shownMetrics = ['exact', 'f1'] as const;

/** The evaluations, newest first, and the form for another. */
export class EvaluationListElement extends EvaluationElement {
  static override readonly styles = [base, entry, progress, styles];

  @property({ attribute: false }) api!: EvaluationApi;
  @property({ attribute: false }) collections: readonly Collection[] = [];

  @state() private evaluations: readonly Evaluation[] | null = null;
  @state() private models: readonly Model[] = [];
  @state() private problem: string | null = null;
  @state() private sending = false;
  @state() private refusal: string | null = null;
  @state() private removing: Evaluation | null = null;
  #poll: Poll<readonly Evaluation[]> | null = null;

  override render(): TemplateResult {
    const { words, evaluations } = this;
    return html`<h1>${words.title}</h1>
      <p class="soft">${words.intro}</p>
      <h2>${words.start.title}</h2>
      <passim-evaluation-start
        .collections=${this.collections}
        .models=${this.models}
        .sending=${this.sending}
        .problem=${this.refusal}
        @passim-evaluation-start=${(event: EvaluationStartEvent) => void this.#start(event)}
      ></passim-evaluation-start>
      <h2>${words.list.title}</h2>
      ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
      ${
        evaluations === null
          ? this.problem === null
            ? html`<p class="soft">${this.terms.app.loading}</p>`
            : nothing
          : evaluations.length === 0
            ? html`<p class="soft">${words.list.none}</p>`
            : html`<ul>
                ${repeat(
                  evaluations,
                  ({ id }) => id,
                  (evaluation) => html`<li>${this.#run(evaluation, evaluations)}</li>`,
                )}
              </ul>`
      }
      ${this.#confirmation()}`;
  }

  #run(evaluation: Evaluation, evaluations: readonly Evaluation[]): TemplateResult {
    const { words, terms } = this;
    const { id, name, status } = evaluation;
    return html`<div class="what">
        <p class="title"><a href=${evaluationPath(id)}>${name}</a></p>
        <p class="meta">
          ${runFacts(evaluation, this.collections, terms).map((fact) => html`<span>${fact}</span>`)}
        </p>
        ${comparableRuns(evaluation, evaluations)
          .slice(0, mostComparisons)
          .map(
            (other) =>
              html`<a class="compare" href=${evaluationPath(id, other.id)}
                >${words.list.compareWith(readerOf(other) ?? other.name)}</a
              >`,
          )}
      </div>
      <div class=${`state ${status}`}>${this.#state(evaluation)}</div>
      <passim-menu
        .label=${words.list.actions(name)}
        .items=${runMenu(evaluation, this.api, words)}
        @passim-menu-select=${({ item }: MenuSelectEvent) => {
          if (item === 'remove') {
            this.removing = evaluation;
          }
        }}
      ></passim-menu>`;
  }

  #state({ name, status, progress, secondsLeft, metrics }: Evaluation): TemplateResult {
    const { words } = this;
    const { language, uploads } = this.terms;
    if (status === 'running') {
      const share = formatShare(language, progress ?? 0);
      return html`<span>${words.statuses.running}, ${share}</span>
        <progress max="1" .value=${progress ?? 0} aria-label=${name}></progress>
        ${
          secondsLeft === null
            ? nothing
            : html`<span class="soft">${uploads.timeLeft(formatDuration(language, secondsLeft))}</span>`
        }`;
    }
    return html`${status === 'done' ? nothing : html`<span>${words.statuses[status]}</span>`}
      ${
        metrics === null
          ? nothing
          : html`<dl>
              ${shownMetrics.map(
                (metric) =>
                  html`<div>
                    <dt>${words.metrics[metric]}</dt>
                    <dd>${measureText(language, metric, metrics[metric]) || '–'}</dd>
                  </div>`,
              )}
            </dl>`
      }`;
  }

  #confirmation(): TemplateResult | typeof nothing {
    const { words, removing } = this;
    return removing === null
      ? nothing
      : html`<passim-confirm
          .heading=${words.removeTitle}
          .text=${words.removeText(removing.name)}
          .action=${words.removeConfirm}
          @passim-confirm=${() => void this.#remove(removing.id)}
          @passim-cancel=${() => (this.removing = null)}
        ></passim-confirm>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#poll?.close();
  }

  protected override firstUpdated(): void {
    this.#follow();
    this.api.models().then(
      (models) => (this.models = models),
      () => (this.models = []),
    );
  }

  #follow(): void {
    this.#poll?.close();
    this.#poll = new Poll(() => this.api.list(), {
      onValue: (evaluations) => {
        this.evaluations = evaluations;
        this.problem = null;
      },
      onError: (error) => {
        this.problem = this.#text(error);
      },
      isOpen: (evaluations) => evaluations.some(isOpen),
    });
  }

  /** One run for each reader, told apart by their names. */
  async #start({ name, dataset, collectionIds, readers }: EvaluationStartEvent): Promise<void> {
    this.sending = true;
    this.refusal = null;
    const ids: string[] = [];
    try {
      for (const reader of readers) {
        const ofReader = readers.length > 1 && reader !== null ? ` (${reader})` : '';
        const run = name.slice(0, longestName - ofReader.length) + ofReader;
        ids.push(await this.api.start({ name: run, dataset, collectionIds, reader }));
      }
      const [first = '', second] = ids;
      this.dispatchEvent(
        new GoEvent(second === undefined ? evaluationPath(first) : evaluationPath(second, first)),
      );
    } catch (error) {
      this.refusal = this.#text(error);
      this.#follow();
    } finally {
      this.sending = false;
    }
  }

  async #remove(id: string): Promise<void> {
    this.removing = null;
    try {
      await this.api.remove(id);
    } catch (error) {
      this.problem = this.#text(error);
      return;
    }
    this.#follow();
  }

  #text(error: unknown): string {
    const { code, message } = problemOf(error);
    return evaluationProblem(this.terms, code, message);
  }
}
