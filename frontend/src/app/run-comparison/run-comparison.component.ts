import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatPercent, formatScore } from '../../i18n';
import { named } from '../../i18n/evaluation';
import {
  type ComparedAnswer,
  type ComparedMetric,
  type ComparedQuestion,
  type Comparison,
  isLowerBetter,
} from '../../state/evaluation';
import { base } from '../../themes';
import { EvaluationElement } from '../evaluation-element';
import { differenceText, measureText } from '../measures';
import { styles } from './run-comparison.styles';

const atFirst = 10;
const atATime = 50;

type Side = 'better' | 'worse';

/** Two evaluations side by side: what differs in their metrics, and which questions got better or worse. */
export class RunComparisonElement extends EvaluationElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) comparison: Comparison | null = null;

  @state() private shown: Readonly<Record<Side, number>> = { better: atFirst, worse: atFirst };

  override render(): TemplateResult | typeof nothing {
    const { comparison, words } = this;
    if (comparison === null) {
      return nothing;
    }
    const { better, worse } = comparison;
    const { compare } = words;
    return html`<p class="soft">${this.#counts(comparison)}</p>
      ${this.#provenance(comparison)} ${this.#metrics(comparison.metrics)}
      <div class="sides">
        ${this.#side('better', better, compare.betterTitle(better.length), compare.noneBetter)}
        ${this.#side('worse', worse, compare.worseTitle(worse.length), compare.noneWorse)}
      </div>`;
  }

  #counts({ questions }: Comparison): string {
    const { compare } = this.words;
    const { common, same, onlyHere, onlyThere } = questions;
    return [
      compare.common(common, same),
      onlyHere === 0 ? '' : compare.onlyHere(onlyHere),
      onlyThere === 0 ? '' : compare.onlyThere(onlyThere),
    ]
      .filter((fact) => fact !== '')
      .join(' · ');
  }

  #provenance({ provenance: { here, there } }: Comparison): TemplateResult {
    const { why } = this.terms;
    const { compare } = this.words;
    const rows: readonly (readonly [string, unknown, unknown])[] = [
      [why.reader, here?.reader, there?.reader],
      ['SHA-256', here?.readerSha256, there?.readerSha256],
      [why.encoder, here?.encoder, there?.encoder],
      [why.indexGeneration, here?.indexGeneration, there?.indexGeneration],
      [why.configuration, here?.configuration, there?.configuration],
    ];
    const different = rows.filter(([, a, b]) => (a ?? null) !== (b ?? null));
    return different.length === 0
      ? html`<p class="soft">${compare.madeAlike}</p>`
      : html`<p class="soft">${compare.madeOtherwise} ${different.map(([name]) => name).join(', ')}</p>`;
  }

  #metrics(metrics: readonly ComparedMetric[]): TemplateResult {
    const { compare } = this.words;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${compare.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${compare.metric}</th>
            <th scope="col">${compare.here}</th>
            <th scope="col">${compare.there}</th>
            <th scope="col">${compare.difference}</th>
          </tr>
        </thead>
        <tbody>
          ${metrics.map((row) => this.#metric(row))}
        </tbody>
      </table>
    </div>`;
  }

  #metric({ metric, here, there, difference }: ComparedMetric): TemplateResult {
    const { words } = this;
    const { language } = this.terms;
    const verdict = verdictOf(metric, difference);
    return html`<tr>
      <th scope="row">${named(words.metrics, metric)}</th>
      <td>${measureText(language, metric, here) || '–'}</td>
      <td>${measureText(language, metric, there) || '–'}</td>
      <td class=${verdict}>
        ${
          difference === null
            ? '–'
            : html`${differenceText(language, metric, difference, words)}
              <span class="verdict">${words.compare[verdict]}</span>`
        }
      </td>
    </tr>`;
  }

  #side(
    side: Side,
    questions: readonly ComparedQuestion[],
    title: string,
    none: string,
  ): TemplateResult {
    const shown = questions.slice(0, this.shown[side]);
    const left = questions.length - shown.length;
    return html`<section>
      <h3 class=${side}>${title}</h3>
      ${questions.length === 0 ? html`<p class="soft">${none}</p>` : nothing}
      <ul>
        ${shown.map((question) => this.#question(question))}
      </ul>
      ${
        left > 0
          ? html`<button
            class="quiet"
            type="button"
            @click=${() => (this.shown = { ...this.shown, [side]: this.shown[side] + atATime })}
          >
            ${this.words.compare.more(Math.min(left, atATime))}
          </button>`
          : nothing
      }
    </section>`;
  }

  #question({ question, expected, here, there }: ComparedQuestion): TemplateResult {
    const { compare, table } = this.words;
    return html`<li>
      <p class="question">${question}</p>
      <dl>
        <dt>${table.expected}</dt>
        <dd>${expected[0] ?? html`<span class="soft">${table.noAnswer}</span>`}</dd>
        <dt>${compare.here}</dt>
        <dd>${this.#answer(here)}</dd>
        <dt>${compare.there}</dt>
        <dd>${this.#answer(there)}</dd>
      </dl>
    </li>`;
  }

  #answer({ predicted, f1, confidence, cause }: ComparedAnswer): TemplateResult {
    const { table, causes } = this.words;
    const { language } = this.terms;
    const facts = [
      `F1 ${formatScore(language, f1)}`,
      confidence === null ? '' : formatPercent(language, confidence),
      cause === null ? '' : named(causes, cause),
    ].filter((fact) => fact !== '');
    return html`${
      predicted === '' ? html`<span class="soft">${table.noAnswer}</span>` : html`<span>${predicted}</span>`
    }
      <span class="facts">${facts.join(' · ')}</span>`;
  }
}

function verdictOf(metric: string, difference: number | null): Side | 'same' {
  if (difference === null || difference === 0) {
    return 'same';
  }
  return difference > 0 === isLowerBetter(metric) ? 'worse' : 'better';
}
