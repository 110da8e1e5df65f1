import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatCount, formatLanguage, formatPercent, formatScore } from '../../i18n';
import { named } from '../../i18n/evaluation';
import {
  type ComparedAnswer,
  type ComparedQuestion,
  type Comparison,
  type Evaluation,
  latencyTolerance,
  readerOf,
  significance,
  unfairness,
} from '../../state/evaluation';
import { base } from '../../themes';
import { EvaluationElement } from '../evaluation-element';
import '../reliability-chart/reliability-chart';
import '../risk-pair-chart/risk-pair-chart';
import { groupTable, metricTable, type Sides } from './comparison-tables';
import { styles } from './run-comparison.styles';

const atFirst = 10;
const atATime = 50;

type Side = 'better' | 'worse';

/** Two evaluations side by side: metrics, whether confidence is honest, groups, and which questions got better or worse. */
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
    const sides = this.#sides(comparison);
    return html`${this.#unfairness(comparison)}
      <p class="soft">${this.#counts(comparison)}</p>
      ${this.#provenance(comparison)} ${metricTable(comparison, sides, this.terms)}
      <p class="soft">${this.#verdicts()}</p>
      ${this.#charts(comparison, sides)} ${this.#groups(comparison, sides)}
      <h2>${compare.questions}</h2>
      <div class="sides">
        ${this.#side('better', better, compare.betterTitle(better.length), compare.noneBetter, sides)}
        ${this.#side('worse', worse, compare.worseTitle(worse.length), compare.noneWorse, sides)}
      </div>`;
  }

  #verdicts(): string {
    const { language } = this.terms;
    return this.words.compare.verdictsText(
      formatCount(language, 1 / significance),
      formatPercent(language, latencyTolerance),
    );
  }

  /** The readers, or which is which where one reader answered in both. */
  #sides({ evaluations }: Comparison): Sides {
    const here = readerOf(evaluations.here);
    const there = readerOf(evaluations.there);
    const { compare } = this.words;
    return here === null || there === null || here === there
      ? { here: compare.here, there: compare.there }
      : { here, there };
  }

  #unfairness(comparison: Comparison): TemplateResult | typeof nothing {
    const { compare } = this.words;
    const reasons = unfairness(comparison);
    return reasons.length === 0
      ? nothing
      : html`<div class="unfair" role="note">
          <p>${compare.unfair}</p>
          <ul>
            ${reasons.map((reason) => html`<li>${compare.unfairness[reason]}</li>`)}
          </ul>
        </div>`;
  }

  #charts({ evaluations: { here, there } }: Comparison, sides: Sides): TemplateResult {
    const { compare, reliability } = this.words;
    return html`<h2>${compare.reliability}</h2>
      <p class="soft">${reliability.text}</p>
      <div class="sides">
        ${([[here, sides.here], [there, sides.there]] as const).map(
          ([run, name]) =>
            html`<passim-reliability-chart
              .name=${name}
              .bins=${run.reliability}
              .ece=${run.metrics?.ece ?? null}
            ></passim-reliability-chart>`,
        )}
      </div>
      <h2>${compare.risk}</h2>
      <passim-risk-pair-chart
        .here=${{ name: sides.here, points: here.riskCoverage }}
        .there=${{ name: sides.there, points: there.riskCoverage }}
      ></passim-risk-pair-chart>`;
  }

  #groups({ evaluations: { here, there } }: Comparison, sides: Sides): TemplateResult {
    const { words, terms } = this;
    const types = ({ types }: Evaluation) => new Map(types.map((score) => [score.type, score]));
    const languages = ({ languages }: Evaluation) =>
      new Map(languages.map((score) => [score.language, score]));
    return html`${groupTable(words.byType, words.type, types(here), types(there), (type) => named(words.types, type), sides, terms)}
      ${
        Math.max(here.languages.length, there.languages.length) < 2
          ? nothing
          : groupTable(
              words.byLanguage,
              words.language,
              languages(here),
              languages(there),
              (language) => formatLanguage(terms.language, language),
              sides,
              terms,
            )
      }`;
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

  #side(
    side: Side,
    questions: readonly ComparedQuestion[],
    title: string,
    none: string,
    sides: Sides,
  ): TemplateResult {
    const shown = questions.slice(0, this.shown[side]);
    const left = questions.length - shown.length;
    return html`<section>
      <h3 class=${side}>${title}</h3>
      ${questions.length === 0 ? html`<p class="soft">${none}</p>` : nothing}
      <ul>
        ${shown.map((question) => this.#question(question, sides))}
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

  #question({ question, expected, here, there }: ComparedQuestion, sides: Sides): TemplateResult {
    const { table } = this.words;
    return html`<li>
      <p class="question">${question}</p>
      <dl>
        <dt>${table.expected}</dt>
        <dd>${expected[0] ?? html`<span class="soft">${table.noAnswer}</span>`}</dd>
        <dt>${sides.here}</dt>
        <dd>${this.#answer(here)}</dd>
        <dt>${sides.there}</dt>
        <dd>${this.#answer(there)}</dd>
      </dl>
    </li>`;
  }

  #answer({ predicted, f1, confidence, cause, documentDeleted }: ComparedAnswer): TemplateResult {
    const { table, causes } = this.words;
    const { language } = this.terms;
    const facts = [
      `F1 ${formatScore(language, f1)}`,
      confidence === null ? '' : formatPercent(language, confidence),
      cause === null ? '' : named(causes, cause),
    ].filter((fact) => fact !== '');
    return html`${
      predicted === ''
        ? html`<span class="soft">${documentDeleted ? table.documentDeleted : table.noAnswer}</span>`
        : html`<span>${predicted}</span>`
    }
      <span class="facts">${facts.join(' · ')}</span>`;
  }
}
