import { html, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatMeasure } from '../../i18n';
import type { RiskPoint } from '../../state/evaluation';
import { base } from '../../themes';
import { figures, picture, type Plane, xOf, yOf } from '../chart/chart';
import { chartStyles } from '../chart/chart.styles';
import { EvaluationElement } from '../evaluation-element';
import { goal, highestRisk, lineOf } from '../risk-chart/curve';

/** The risk–coverage curve of one run. */
export interface NamedCurve {
  readonly name: string;
  /** Coverage rising. */
  readonly points: readonly RiskPoint[];
}

/** The risk–coverage curves of two runs in one picture: a full line and dashes. */
export class RiskPairChartElement extends EvaluationElement {
  static override readonly styles = [base, chartStyles];

  @property({ attribute: false }) here: NamedCurve = { name: '', points: [] };
  @property({ attribute: false }) there: NamedCurve = { name: '', points: [] };

  override render(): TemplateResult {
    const { here, there, words } = this;
    const { risk } = words;
    const all = [...here.points, ...there.points];
    return html`<figure>
      <figcaption class="brief">
        <p class="soft">${all.length === 0 ? risk.none : risk.text}</p>
      </figcaption>
      ${
        all.length === 0
          ? nothing
          : html`<p class="key">
                ${[here, there].map(
                  ({ name }, n) =>
                    html`<span
                      ><svg class="chart" viewBox="0 0 28 8" aria-hidden="true">
                        <line class=${n === 0 ? 'curve' : 'curve other'} x1="0" x2="28" y1="4" y2="4"></line></svg
                      >${name}</span
                    >`,
                )}
              </p>
              ${this.#picture({ language: this.terms.language, highest: highestRisk(all) })}
              ${[here, there].map((curve) => this.#figures(curve))}`
      }
    </figure>`;
  }

  #picture(plane: Plane): TemplateResult {
    const { here, there, words } = this;
    const { risk, compare } = words;
    const goalAt = yOf(plane, goal);
    return picture(
      plane,
      compare.riskSummary(here.name, there.name),
      { x: risk.coverage, y: risk.risk },
      svg`<line class="goal" x1=${xOf(0)} x2=${xOf(1)} y1=${goalAt} y2=${goalAt}></line>
        <text class="goal-text" x=${xOf(0) + 6} y=${goalAt - 6}>${risk.goal}</text>
        <polyline class="curve other" points=${lineOf(there.points, plane)}></polyline>
        <polyline class="curve" points=${lineOf(here.points, plane)}></polyline>`,
    );
  }

  #figures({ name, points }: NamedCurve): TemplateResult {
    const { risk, asTable } = this.words;
    const { language } = this.terms;
    return figures(
      `${asTable}: ${name}`,
      [risk.coverage, risk.risk, risk.confidence],
      points.map((point) =>
        [point.coverage, point.risk, point.confidence].map((share) => formatMeasure(language, share)),
      ),
    );
  }
}
