import { html, type TemplateResult } from 'lit';
import type { Terms } from '../../i18n';
import { formatCount } from '../../i18n';
import { evaluationTerms, named } from '../../i18n/evaluation';
import {
  answeredShare,
  type ComparedMetric,
  type Comparison,
  comparativeOf,
  type GroupScore,
} from '../../state/evaluation';
import { differenceText, measureText } from '../measures';

/** What the two are called. */
export interface Sides {
  readonly here: string;
  readonly there: string;
}

/** Beside what the server compares: how many questions were answered, of which neither more nor less is better. */
export function metricTable({ metrics, evaluations }: Comparison, sides: Sides, terms: Terms): TemplateResult {
  const { compare } = evaluationTerms(terms);
  const here = answeredShare(evaluations.here);
  const there = answeredShare(evaluations.there);
  const difference = here === null || there === null ? null : here - there;
  const rows = [...metrics];
  rows.splice(
    rows.findIndex(({ metric }) => metric === 'f1') + 1,
    0,
    { metric: 'answered', here, there, difference, pValue: null },
  );
  return table(
    compare.title,
    [compare.metric, sides.here, sides.there, compare.difference],
    rows.map((row) => metricRow(row, terms)),
  );
}

function metricRow(figure: ComparedMetric, terms: Terms): TemplateResult {
  const words = evaluationTerms(terms);
  const { language } = terms;
  const { metric, here, there } = figure;
  return html`<tr>
    <th scope="row">${named(words.metrics, metric)}</th>
    <td>${measureText(language, metric, here) || '–'}</td>
    <td>${measureText(language, metric, there) || '–'}</td>
    ${differenceCell(figure, terms)}
  </tr>`;
}

function differenceCell(figure: ComparedMetric, terms: Terms): TemplateResult {
  const words = evaluationTerms(terms);
  const { metric, difference } = figure;
  const verdict = comparativeOf(figure);
  return html`<td class=${verdict}>
    ${
      difference === null
        ? '–'
        : html`${differenceText(terms.language, metric, difference, words)}
          <span class="verdict">${verdict === 'untold' ? '' : words.compare[verdict]}</span>`
    }
  </td>`;
}

/** Exact match and F1 of groups of questions, such as those of a type, by their names; nothing tests them. */
export function groupTable(
  title: string,
  head: string,
  here: ReadonlyMap<string, GroupScore>,
  there: ReadonlyMap<string, GroupScore>,
  nameOf: (group: string) => string,
  sides: Sides,
  terms: Terms,
): TemplateResult {
  const words = evaluationTerms(terms);
  const { language } = terms;
  const groups = [...new Set([...here.keys(), ...there.keys()])];
  return html`<section>
    <h3>${title}</h3>
    ${table(
      title,
      [
        head,
        words.count,
        ...(['exact', 'f1'] as const).flatMap((metric) =>
          [sides.here, sides.there].map((side) => `${words.metrics[metric]}, ${side}`),
        ),
        words.compare.difference,
      ],
      groups.map((group) => {
        const a = here.get(group);
        const b = there.get(group);
        const cells = [a?.exact, b?.exact, a?.f1, b?.f1];
        const difference = a?.f1 == null || b?.f1 == null ? null : a.f1 - b.f1;
        return html`<tr>
          <th scope="row">${nameOf(group)}</th>
          <td>${formatCount(language, a?.questions ?? b?.questions ?? 0)}</td>
          ${cells.map((share) => html`<td>${measureText(language, 'f1', share) || '–'}</td>`)}
          ${differenceCell({ metric: 'f1', here: null, there: null, difference, pValue: null }, terms)}
        </tr>`;
      }),
    )}
  </section>`;
}

function table(
  label: string,
  heads: readonly string[],
  rows: readonly TemplateResult[],
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
