import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { nextIcon, previousIcon } from '../../components';
import { QuestionChoiceEvent } from '../../events';
import { formatCount, formatMilliseconds, formatPercent, formatScore } from '../../i18n';
import { named } from '../../i18n/evaluation';
import { noFilters, searchPath } from '../../state';
import {
  allQuestions,
  chooseQuestions,
  countVerdicts,
  missCauses,
  type QuestionChoice,
  type QuestionResult,
  type QuestionSort,
  type Verdict,
} from '../../state/evaluation';
import { base } from '../../themes';
import { filterBar } from '../styles';
import { EvaluationElement } from '../evaluation-element';
import { styles } from './question-table.styles';

const onPage = 50;
const longestSearch = 300;
const sorts: readonly QuestionSort[] = ['dataset', 'f1', 'confidence'];

/**
 * The questions of an evaluation, fifty at a time, by what came of them.
 *
 * @event passim-question-choice - Others, or in another order.
 */
export class QuestionTableElement extends EvaluationElement {
  static override readonly styles = [base, filterBar, styles];

  @property({ attribute: false }) questions: readonly QuestionResult[] = [];
  @property({ attribute: false }) choice: QuestionChoice = allQuestions;
  /** Where the questions can be searched for; undefined where they cannot, null for everywhere. */
  @property({ attribute: false }) collectionId: string | null | undefined = undefined;

  @state() private page = 0;
  @query('#verdict') private verdict!: HTMLSelectElement;
  #chosen: readonly QuestionResult[] = [];
  #counts: ReadonlyMap<Verdict, number> = new Map();

  override render(): TemplateResult {
    const { table } = this.words;
    const from = this.page * onPage;
    const shown = this.#chosen.slice(from, from + onPage);
    return html`<div class="bar">
        <input
          type="search"
          maxlength=${longestSearch}
          aria-label=${table.search}
          placeholder=${table.search}
          .value=${this.choice.text}
          @input=${({ target }: Event) => {
            this.#choose({ text: (target as HTMLInputElement).value });
          }}
        />
        ${this.#verdicts()} ${this.#sorts()}
      </div>
      ${
        shown.length === 0
          ? html`<p class="soft" role="status">${table.none}</p>`
          : html`${this.#pages(from, shown.length)} ${this.#table(shown)}
            ${this.#chosen.length > onPage ? this.#pages(from, shown.length, false) : nothing}`
      }`;
  }

  /** To what says which questions these are. */
  override focus(): void {
    this.verdict.focus();
  }

  #verdicts(): TemplateResult {
    const { table, causes } = this.words;
    const { verdict } = this.choice;
    const option = (value: Verdict, name: string): TemplateResult =>
      html`<option value=${value} ?selected=${value === verdict}>
        ${name} (${formatCount(this.terms.language, this.#counts.get(value) ?? 0)})
      </option>`;
    const further = [...this.#counts.keys()].filter(
      (value) => !Object.hasOwn(table.verdicts, value) && !Object.hasOwn(causes, value),
    );
    return html`<select
      id="verdict"
      aria-label=${table.verdict}
      @change=${({ target }: Event) => {
        this.#choose({ verdict: (target as HTMLSelectElement).value });
      }}
    >
      ${option('all', table.verdicts.all)} ${option('right', table.verdicts.right)}
      ${option('wrong', table.verdicts.wrong)}
      <optgroup label=${table.causes}>
        ${[...missCauses, ...further].map((cause) => option(cause, named(causes, cause)))}
      </optgroup>
    </select>`;
  }

  #sorts(): TemplateResult {
    const { table } = this.words;
    return html`<select
      aria-label=${table.sort}
      @change=${({ target }: Event) => {
        this.#choose({ sort: (target as HTMLSelectElement).value as QuestionSort });
      }}
    >
      ${sorts.map(
        (sort) =>
          html`<option value=${sort} ?selected=${sort === this.choice.sort}>${table.sorts[sort]}</option>`,
      )}
    </select>`;
  }

  #pages(from: number, shown: number, told = true): TemplateResult {
    const { table } = this.words;
    const total = this.#chosen.length;
    return html`<div class="pages">
      <p class="soft" role=${told ? 'status' : nothing}>
        ${table.shown(from + 1, from + shown, total)}
      </p>
      ${
        total > onPage
          ? html`${this.#step(table.previous, previousIcon, -1, from === 0)}
            ${this.#step(table.next, nextIcon, 1, from + shown >= total)}`
          : nothing
      }
    </div>`;
  }

  #step(label: string, icon: unknown, by: number, disabled: boolean): TemplateResult {
    return html`<button
      class="icon"
      type="button"
      title=${label}
      aria-label=${label}
      ?disabled=${disabled}
      @click=${() => (this.page += by)}
    >
      ${icon}
    </button>`;
  }

  /** On a narrow screen each row is a block; the roles say what it is all the same. */
  #table(shown: readonly QuestionResult[]): TemplateResult {
    const { table } = this.words;
    const heads = [table.question, table.expected, table.predicted, table.f1, table.confidence, table.result];
    return html`<table role="table" aria-label=${table.title}>
      <thead role="rowgroup">
        <tr role="row">
          ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          shown,
          ({ id }) => id,
          (question) => this.#row(question),
        )}
      </tbody>
    </table>`;
  }

  #row(result: QuestionResult): TemplateResult {
    const { words } = this;
    const { table } = words;
    const { language } = this.terms;
    const { question, expected, predicted, best, f1, confidence, cause, documentDeleted } = result;
    const none = html`<span class="soft">${table.noAnswer}</span>`;
    const gone = html`<span class="soft">${table.documentDeleted}</span>`;
    const instead = best !== null && best !== '' && best !== predicted;
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <span class="question">${question}</span>
        <span class="meta">${this.#facts(result).map((fact) => html`<span>${fact}</span>`)}${this.#bench(question)}</span>
      </th>
      <td role="cell" data-head=${table.expected}>
        ${expected.length === 0 ? none : html`<q>${expected[0]}</q>`}
        ${expected.slice(1).map((other) => html`<span class="other">${other}</span>`)}
      </td>
      <td role="cell" data-head=${table.predicted}>
        ${documentDeleted ? gone : predicted === '' ? none : html`<q>${predicted}</q>`}
        ${instead ? html`<span class="other">${table.held(best)}</span>` : nothing}
      </td>
      <td role="cell" class="number" data-head=${table.f1}>${formatScore(language, f1)}</td>
      <td role="cell" class="number" data-head=${table.confidence}>
        ${confidence === null ? '–' : formatPercent(language, confidence)}
      </td>
      <td role="cell" class=${cause === null ? 'right' : 'wrong'} data-head=${table.result}>
        <span>${cause === null ? table.right : named(words.causes, cause)}</span>
      </td>
    </tr>`;
  }

  #facts({ id, type, rank, expected, latencyMs }: QuestionResult): readonly string[] {
    const { table, types } = this.words;
    return [
      id,
      type === null ? '' : named(types, type),
      expected.length === 0 ? '' : rank === null ? table.noRank : table.rank(rank),
      latencyMs === null ? '' : formatMilliseconds(this.terms.language, latencyMs),
    ].filter((fact) => fact !== '');
  }

  #bench(query: string): TemplateResult | typeof nothing {
    const { table } = this.words;
    const { collectionId } = this;
    return collectionId === undefined
      ? nothing
      : html`<a
          href=${searchPath({ query, collectionId, filters: noFilters, limit: 20 })}
          aria-label=${table.searchFor(query)}
          >${table.searchLink}</a
        >`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('questions')) {
      this.#counts = countVerdicts(this.questions);
    }
    if (changed.has('questions') || changed.has('choice')) {
      this.#chosen = chooseQuestions(this.questions, this.choice);
      this.page = 0;
    }
  }

  #choose(change: Partial<QuestionChoice>): void {
    const { text, verdict, sort } = { ...this.choice, ...change };
    this.dispatchEvent(new QuestionChoiceEvent(text, verdict, sort));
  }
}
