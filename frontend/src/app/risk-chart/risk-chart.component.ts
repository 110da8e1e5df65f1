import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatMeasure } from '../../i18n';
import type { RiskPoint } from '../../state/evaluation';
import { base } from '../../themes';
import { figures, picture, type Plane, shareAt, xOf, yOf } from '../chart/chart';
import { chartStyles } from '../chart/chart.styles';
import { EvaluationElement } from '../evaluation-element';
import { goal, highestRisk, lineOf } from './curve';

/** The risk–coverage curve: how many answers are wrong if so many questions are answered, the surest first. */
export class RiskChartElement extends EvaluationElement {
  static override readonly styles = [base, chartStyles];

  /** Coverage rising. */
  @property({ attribute: false }) points: readonly RiskPoint[] = [];
  /** Coverage at 80 % accuracy. */
  @property({ attribute: false }) covered: number | null = null;

  @state() private pointed: RiskPoint | null = null;

  override render(): TemplateResult {
    const { points, words } = this;
    const { risk } = words;
    return html`<figure>
      <figcaption>
        <h3>${risk.title}</h3>
        <p class="soft">${points.length === 0 ? risk.none : risk.text}</p>
      </figcaption>
      ${
        points.length === 0
          ? nothing
          : html`<div @pointermove=${this.#onPointer} @pointerleave=${() => (this.pointed = null)}>
                ${this.#picture()}
              </div>
              <p class="readout" aria-hidden="true">${this.#readout()}</p>
              ${figures(
                words.asTable,
                [risk.coverage, risk.risk, risk.confidence],
                points.map((point) => this.#figures(point)),
              )}`
      }
    </figure>`;
  }

  #picture(): TemplateResult {
    const { points, words } = this;
    const { language } = this.terms;
    const highest = highestRisk(points);
    const plane: Plane = { language, highest };
    const covered = this.covered === null ? words.notMeasured : formatMeasure(language, this.covered);
    const line = lineOf(points, plane);
    const first = points[0];
    const last = points.at(-1);
    return picture(
      plane,
      words.risk.summary(covered),
      { x: words.risk.coverage, y: words.risk.risk },
      svg`<polygon
          class="area"
          points="${xOf(first?.coverage ?? 0)},${yOf(plane, 0)} ${line} ${xOf(last?.coverage ?? 0)},${yOf(plane, 0)}"
        ></polygon>
        <line class="goal" x1=${xOf(0)} x2=${xOf(1)} y1=${yOf(plane, goal)} y2=${yOf(plane, goal)}></line>
        <text class="goal-text" x=${xOf(0) + 6} y=${yOf(plane, goal) - 6}>${words.risk.goal}</text>
        <polyline class="curve" points=${line}></polyline>
        ${this.#marker(plane)}`,
    );
  }

  /** What is pointed at, else the point up to which at most one in five is wrong. */
  #shown(): RiskPoint | null {
    if (this.pointed !== null || this.covered === null) {
      return this.pointed;
    }
    return nearest(this.points, this.covered);
  }

  #marker(plane: Plane): SVGTemplateResult | typeof nothing {
    const point = this.#shown();
    return point === null
      ? nothing
      : svg`<line class="base" x1=${xOf(point.coverage)} x2=${xOf(point.coverage)} y1=${yOf(plane, 0)} y2=${yOf(plane, point.risk)}></line>
          <circle class="here" cx=${xOf(point.coverage)} cy=${yOf(plane, point.risk)} r="5"></circle>`;
  }

  #readout(): string {
    const point = this.#shown();
    if (point === null) {
      return '';
    }
    const [coverage = '', risk = '', confidence = ''] = this.#figures(point);
    return this.words.risk.readout(coverage, risk, confidence);
  }

  #figures({ coverage, risk, confidence }: RiskPoint): readonly string[] {
    return [coverage, risk, confidence].map((share) => formatMeasure(this.terms.language, share));
  }

  #onPointer(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    this.pointed = nearest(this.points, shareAt(event.clientX - left, width));
  }
}

function nearest(points: readonly RiskPoint[], coverage: number): RiskPoint | null {
  return points.reduce<RiskPoint | null>(
    (best, point) =>
      best === null || Math.abs(point.coverage - coverage) < Math.abs(best.coverage - coverage)
        ? point
        : best,
    null,
  );
}
