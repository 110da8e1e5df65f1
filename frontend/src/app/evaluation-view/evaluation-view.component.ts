import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { backIcon } from '../../components';
import { type PassimApi, problemOf } from '../../connection';
import { type EvaluationApi, Poll } from '../../connection/evaluation';
import { GoEvent, type MenuSelectEvent, type QuestionChoiceEvent } from '../../events';
import { formatDuration, formatLanguage } from '../../i18n';
import { evaluationProblem, named } from '../../i18n/evaluation';
import type { Collection } from '../../state';
import {
  allQuestions,
  type Evaluation,
  isMeasured,
  isOpen,
  type Model,
  type QuestionChoice,
  type QuestionResult,
  type QuestionSort,
} from '../../state/evaluation';
import { base, progress } from '../../themes';
import { entry } from '../styles';
import '../confirm/confirm';
import { EvaluationElement } from '../evaluation-element';
import '../menu/menu';
import type { QuestionTableElement } from '../question-table/question-table';
import '../question-table/question-table';
import '../reliability-chart/reliability-chart';
import '../risk-chart/risk-chart';
import { evaluationPath } from '../router';
import '../threshold-choice/threshold-choice';
import { runFacts, stageDone } from '../run-facts';
import { runMenu } from '../run-menu';
import { groupTable, headline, missList } from './evaluation-figures';
import { styles } from './evaluation-view.styles';

/** One evaluation: how far it is, then what it measured, and its questions. */
export class EvaluationViewElement extends EvaluationElement {
  static override readonly styles = [base, entry, progress, styles];

  @property({ attribute: false }) api!: EvaluationApi;
  @property({ attribute: false }) library!: PassimApi;
  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property({ attribute: false }) evaluationId = '';

  @state() private evaluation: Evaluation | null = null;
  @state() private problem: string | null = null;
  @state() private refusal: string | null = null;
  @state() private removing = false;
  @state() private stopping = false;
  @state() private questions: readonly QuestionResult[] | null = null;
  @state() private choice: QuestionChoice = allQuestions;
  /** The reader that answers people's questions. */
  @state() private inUse: Model | null = null;
  @state() private others: readonly Evaluation[] | null = null;
  @query('passim-question-table') private table!: QuestionTableElement | null;
  #poll: Poll<Evaluation> | null = null;

  override render(): TemplateResult {
    const { evaluation, words } = this;
    return html`<a class="back" href="/evaluations">${backIcon}${words.back}</a>
      ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
      ${
        evaluation === null
          ? this.problem === null
            ? html`<p class="soft">${this.terms.app.loading}</p>`
            : nothing
          : html`${this.#head(evaluation)} ${this.#progress(evaluation)} ${this.#results(evaluation)}`
      }
      ${this.#confirmation()}`;
  }

  #head(evaluation: Evaluation): TemplateResult {
    const { words, terms } = this;
    const { name, status } = evaluation;
    return html`<div class="head">
        <h1>${name}</h1>
        <passim-menu
          .label=${words.export}
          .items=${runMenu(evaluation, this.api, words)}
          @passim-menu-select=${({ item }: MenuSelectEvent) => {
            this.removing = item === 'remove';
          }}
        ></passim-menu>
      </div>
      <p class="meta">
        <span class=${`status ${status}`}>${words.statuses[status]}</span
        >${runFacts(evaluation, this.collections, terms).map((fact) => html`<span>${fact}</span>`)}
      </p>
      ${this.#note(evaluation)}
      ${this.refusal === null ? nothing : html`<p class="problem" role="alert">${this.refusal}</p>`}`;
  }

  #note({ status, problem, metrics }: Evaluation): TemplateResult | typeof nothing {
    const { words } = this;
    switch (status) {
      case 'failed':
        return problem === null
          ? nothing
          : html`<p class="problem">${evaluationProblem(this.terms, problem.code, problem.detail)}</p>`;
      case 'interrupted':
        return html`<p class="note">${words.interrupted}</p>`;
      case 'cancelled':
        return html`<p class="note">
          ${metrics === null ? words.cancelledAtOnce : words.cancelled}
        </p>`;
      case 'queued':
      case 'running':
      case 'done':
        return nothing;
    }
  }

  #progress(evaluation: Evaluation): TemplateResult | typeof nothing {
    if (!isOpen(evaluation)) {
      return nothing;
    }
    const { words } = this;
    const { uploads, language } = this.terms;
    const { secondsLeft, name } = evaluation;
    const { text, share } = stageDone(evaluation, words);
    const left = secondsLeft === null ? '' : ` – ${uploads.timeLeft(formatDuration(language, secondsLeft))}`;
    return html`<div class="progress">
      <p>${text}${left}</p>
      <button class="button plain" type="button" ?disabled=${this.stopping} @click=${() => void this.#stop()}>
        ${words.stop}
      </button>
      <progress max="1" .value=${share} aria-label=${name}></progress>
    </div>`;
  }

  #results(evaluation: Evaluation): TemplateResult | typeof nothing {
    const { metrics, reliability, riskCoverage, types, languages, misses } = evaluation;
    if (metrics === null) {
      return nothing;
    }
    const { words, terms } = this;
    return html`${headline(metrics, terms)} ${this.#compare(evaluation)}
      <div class="charts">
        <passim-reliability-chart .bins=${reliability} .ece=${metrics.ece}></passim-reliability-chart>
        <passim-risk-chart
          .points=${riskCoverage}
          .covered=${metrics.coverageAtAccuracy80}
        ></passim-risk-chart>
      </div>
      ${this.#threshold(evaluation)}
      <div class="charts">
        ${groupTable(
          words.byType,
          words.type,
          types.map((score) => [named(words.types, score.type), score]),
          terms,
        )}
        ${missList(misses, terms, (cause) => {
          this.#show(cause);
        })}
      </div>
      ${
        languages.length < 2
          ? nothing
          : groupTable(
              words.byLanguage,
              words.language,
              languages.map((score) => [formatLanguage(terms.language, score.language), score]),
              terms,
            )
      }
      <section class="block">
        <h2 id="questions">${words.table.title}</h2>
        ${this.#table(evaluation)}
      </section>
      ${this.#provenance(evaluation)}`;
  }

  /** A threshold is chosen for one collection, by all that was to be asked, and for confidences as the server gives them. */
  #threshold({ status, collectionIds, provenance }: Evaluation): TemplateResult | typeof nothing {
    const [only, ...others] = collectionIds ?? [];
    const collection = this.collections.find(({ id }) => id === only);
    if (
      status !== 'done' ||
      provenance === null ||
      provenance.readerSha256 !== this.inUse?.sha256 ||
      collection === undefined ||
      others.length > 0 ||
      this.questions === null
    ) {
      return nothing;
    }
    const { threshold: words } = this.words;
    return (provenance.calibration ?? null) !== this.inUse.calibration
      ? html`<section class="block">
          <h2>${words.title}</h2>
          <p class="soft">${words.otherScale}</p>
        </section>`
      : html`<passim-threshold-choice
          class="block"
          .api=${this.library}
          .collection=${collection}
          .questions=${this.questions}
        ></passim-threshold-choice>`;
  }

  #table({ collectionIds }: Evaluation): TemplateResult {
    const [only, ...others] = collectionIds ?? [];
    return this.questions === null
      ? html`<p class="soft">${this.terms.app.loading}</p>`
      : html`<passim-question-table
          .questions=${this.questions}
          .choice=${this.choice}
          .collectionId=${others.length > 0 ? null : only}
          @passim-question-choice=${({ text, verdict, sort }: QuestionChoiceEvent) => {
            this.#choose(text, verdict, sort);
          }}
        ></passim-question-table>`;
  }

  #compare({ id, status }: Evaluation): TemplateResult | typeof nothing {
    const { compare } = this.words;
    const others = (this.others ?? []).filter((other) => other.id !== id && other.status === 'done');
    if (status !== 'done' || this.others === null) {
      return nothing;
    }
    return html`<section class="block">
      <h2>${compare.title}</h2>
      ${
        others.length === 0
          ? html`<p class="soft">${compare.noOthers}</p>`
          : html`<label>
            ${compare.label}
            <select @change=${this.#onOther}>
              <option value="" selected>${compare.nothing}</option>
              ${others.map(
                (other) =>
                  html`<option value=${other.id}>${other.name}</option>`,
              )}
            </select>
          </label>`
      }
    </section>`;
  }

  #provenance({ provenance }: Evaluation): TemplateResult | typeof nothing {
    if (provenance === null) {
      return nothing;
    }
    const { why } = this.terms;
    const { reader, readerSha256, encoder, indexGeneration, configuration } = provenance;
    const facts: readonly (readonly [string, string | number | null])[] = [
      [why.reader, reader],
      ['SHA-256', readerSha256],
      [why.encoder, encoder],
      [why.indexGeneration, indexGeneration],
      [why.configuration, configuration ?? null],
    ];
    return html`<section class="block">
      <h2>${this.words.madeWith}</h2>
      <dl class="facts">
        ${facts.map(([name, value]) =>
          value === null
            ? nothing
            : html`<dt>${name}</dt>
                <dd>${value}</dd>`,
        )}
      </dl>
    </section>`;
  }

  #confirmation(): TemplateResult | typeof nothing {
    const { words } = this;
    return this.removing
      ? html`<passim-confirm
          .heading=${words.removeTitle}
          .text=${words.removeText(this.evaluation?.name ?? '')}
          .action=${words.removeConfirm}
          @passim-confirm=${() => void this.#remove()}
          @passim-cancel=${() => (this.removing = false)}
        ></passim-confirm>`
      : nothing;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#poll?.close();
  }

  protected override firstUpdated(): void {
    this.#follow();
  }

  protected override updated(): void {
    if (this.evaluation !== null) {
      document.title = `${this.evaluation.name} · Passim`;
    }
  }

  #follow(): void {
    this.#poll?.close();
    this.#poll = new Poll(() => this.api.get(this.evaluationId), {
      onValue: (evaluation) => {
        this.#tell(evaluation);
      },
      onError: (error) => {
        this.problem = this.#text(error);
      },
      isOpen,
    });
  }

  #tell(evaluation: Evaluation): void {
    const measured = this.evaluation !== null && isMeasured(this.evaluation);
    this.evaluation = evaluation;
    this.problem = null;
    if (!measured && isMeasured(evaluation)) {
      void this.#loadQuestions();
    }
  }

  async #loadQuestions(): Promise<void> {
    await this.#attempt(async () => {
      this.questions = await this.api.questions(this.evaluationId);
      this.others = await this.api.list();
      this.inUse = (await this.api.models()).find(({ inUse }) => inUse) ?? null;
    });
  }

  async #stop(): Promise<void> {
    this.stopping = true;
    await this.#attempt(async () => {
      this.#tell(await this.api.cancel(this.evaluationId));
    });
    this.stopping = false;
  }

  async #remove(): Promise<void> {
    this.removing = false;
    await this.#attempt(async () => {
      await this.api.remove(this.evaluationId);
      this.dispatchEvent(new GoEvent('/evaluations'));
    });
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.refusal = null;
    } catch (error) {
      this.refusal = this.#text(error);
    }
  }

  #onOther({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    if (value !== '') {
      this.dispatchEvent(new GoEvent(evaluationPath(this.evaluationId, value)));
    }
  }

  #choose(text: string, verdict: string, sort: QuestionSort): void {
    this.choice = { text, verdict, sort };
  }

  /** The questions missed for one cause. */
  #show(cause: string): void {
    this.choice = { ...allQuestions, verdict: cause };
    void this.updateComplete.then(() => {
      this.table?.scrollIntoView({ block: 'start' });
      this.table?.focus();
    });
  }

  #text(error: unknown): string {
    const { code, message } = problemOf(error);
    return evaluationProblem(this.terms, code, message);
  }
}
