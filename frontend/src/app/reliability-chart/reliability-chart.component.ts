import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatCount, formatMeasure, formatPercent } from '../../i18n';
import type { ReliabilityBin } from '../../state/evaluation';
import { base } from '../../themes';
import { figures, picture, type Plane, xOf, yOf } from '../chart/chart';
import { chartStyles } from '../chart/chart.styles';
import { EvaluationElement } from '../evaluation-element';

const largestDot = 11;
const smallestDot = 3;

/** The reliability diagram: how often answers of a confidence are right. */
export class ReliabilityChartElement extends EvaluationElement {
  static override readonly styles = [base, chartStyles];

  @property({ attribute: false }) bins: readonly ReliabilityBin[] = [];
  /** Whose it is, where it stands beside another's, which tells what it is. */
  @property({ attribute: false }) name: string | null = null;
  /** Expected calibration error. */
  @property({ attribute: false }) ece: number | null = null;

  override render(): TemplateResult {
    const { bins, name, words } = this;
    const { reliability } = words;
    const text = name === null ? reliability.text : '';
    return html`<figure>
      <figcaption class=${name === null ? '' : 'brief'}>
        <h3>${name ?? reliability.title}</h3>
        <p class="soft">${bins.length === 0 ? reliability.none : text}</p>
      </figcaption>
      ${bins.length === 0 ? '' : this.#picture(bins)}
      ${
        bins.length === 0
          ? ''
          : figures(
              words.asTable,
              [reliability.confidence, reliability.accuracy, reliability.count],
              bins.map((bin) => this.#row(bin)),
            )
      }
    </figure>`;
  }

  #picture(bins: readonly ReliabilityBin[]): TemplateResult {
    const { language } = this.terms;
    const { reliability, notMeasured } = this.words;
    const plane: Plane = { language, highest: 1 };
    const ece = this.ece === null ? notMeasured : formatMeasure(language, this.ece);
    const most = Math.max(...bins.map(({ count }) => count));
    const largestFirst = [...bins].sort((a, b) => b.count - a.count);
    return picture(
      plane,
      [this.name ?? '', reliability.summary(bins.length, ece)].filter((part) => part !== '').join(': '),
      { x: reliability.confidence, y: reliability.accuracy },
      svg`<line class="ideal" x1=${xOf(0)} y1=${yOf(plane, 0)} x2=${xOf(1)} y2=${yOf(plane, 1)}></line>
        <text x=${xOf(1)} y="12" text-anchor="end">– – ${reliability.ideal}</text>
        ${largestFirst.map((bin) => this.#dot(bin, plane, most))}`,
    );
  }

  #dot(bin: ReliabilityBin, plane: Plane, most: number): SVGTemplateResult {
    const { confidence, accuracy, count } = bin;
    const x = xOf(confidence);
    const radius = Math.max(smallestDot, largestDot * Math.sqrt(count / most));
    return svg`<line class="gap" x1=${x} x2=${x} y1=${yOf(plane, confidence)} y2=${yOf(plane, accuracy)}></line>
      <circle class="dot" cx=${x} cy=${yOf(plane, accuracy)} r=${radius}>
        <title>${this.#row(bin).join(' · ')}</title>
      </circle>`;
  }

  #row({ confidence, accuracy, count }: ReliabilityBin): readonly string[] {
    const { language } = this.terms;
    return [
      formatPercent(language, confidence),
      formatPercent(language, accuracy),
      formatCount(language, count),
    ];
  }
}
