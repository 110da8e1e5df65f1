import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { formatPercent } from '../../i18n';

const left = 46;
const top = 28;
const width = 340;
const height = 200;

/** A unit square of shares, drawn into a picture of 400 by 266. */
export interface Plane {
  readonly language: string;
  /** The share at the upper edge. */
  readonly highest: number;
}

export function xOf(share: number): number {
  return left + share * width;
}

export function yOf({ highest }: Plane, share: number): number {
  return top + height * (1 - Math.min(share, highest) / highest);
}

/** The share under a point of a picture that is shown `shownWidth` wide. */
export function shareAt(offset: number, shownWidth: number): number {
  return Math.min(1, Math.max(0, ((offset / shownWidth) * 400 - left) / width));
}

/** A chart as one picture with a name; what it shows in figures is in the table that goes with it. */
export function picture(
  plane: Plane,
  name: string,
  axes: { readonly x: string; readonly y: string },
  marks: SVGTemplateResult,
): TemplateResult {
  return html`<svg class="chart" viewBox="0 0 400 266" role="img" aria-label=${name}>
    ${grid(plane)}
    <text class="axis" x=${left} y="12">${axes.y}</text>
    <text class="axis" x=${left + width} y="262" text-anchor="end">${axes.x}</text>
    ${marks}
  </svg>`;
}

function grid(plane: Plane): SVGTemplateResult {
  const { language, highest } = plane;
  const step = highest > 0.5 ? 0.25 : 0.1;
  const rows = Array.from({ length: Math.round(highest / step) + 1 }, (_, n) => n * step);
  const columns = [0, 0.25, 0.5, 0.75, 1];
  return svg`${rows.map(
    (share) => svg`<line
        class=${share === 0 ? 'base' : 'rule'}
        x1=${left}
        x2=${left + width}
        y1=${yOf(plane, share)}
        y2=${yOf(plane, share)}
      ></line>
      <text class="tick" x=${left - 7} y=${yOf(plane, share) + 4} text-anchor="end">
        ${formatPercent(language, share)}
      </text>`,
  )}
  ${columns.map(
    (share) => svg`<line class="notch" x1=${xOf(share)} x2=${xOf(share)} y1=${top + height} y2=${top + height + 4}></line>
      <text class="tick" x=${xOf(share)} y=${top + height + 18} text-anchor="middle">
        ${formatPercent(language, share)}
      </text>`,
  )}`;
}

/** The same in figures, for whoever would rather read them. */
export function figures(
  summary: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): TemplateResult {
  return html`<details>
    <summary>${summary}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${summary}>
      <table>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>
  </details>`;
}
