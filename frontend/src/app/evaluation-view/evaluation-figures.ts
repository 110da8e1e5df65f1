import { html, nothing, type TemplateResult } from 'lit';
import { formatCount, formatMeasure, formatMilliseconds, type Terms } from '../../i18n';
import { evaluationTerms, type MetricName, named } from '../../i18n/evaluation';
import { type EvaluationMetrics, type GroupScore, missCauses } from '../../state/evaluation';
import { measuresOf, measureText } from '../measures';

const groups: readonly (readonly [
  'answers' | 'retrieval' | 'confidence' | 'latency',
  readonly MetricName[],
])[] = [
  ['answers', ['f1', 'exact', 'hasAnswerF1', 'noAnswerAccuracy', 'bestF1']],
  ['retrieval', ['recallAt5', 'recallAt1', 'recallAt20', 'mrr']],
  ['confidence', ['coverageAtAccuracy80', 'ece', 'auroc']],
  ['latency', ['latencyP50', 'latencyP95', 'latencyP99']],
];

/** The metrics by what they tell of; the first of each group is the one to look at. */
export function headline(metrics: EvaluationMetrics, terms: Terms): TemplateResult {
  const words = evaluationTerms(terms);
  const measures = measuresOf(metrics);
  const value = (name: MetricName): string =>
    measureText(terms.language, name, measures[name]) || words.notMeasured;
  return html`<div class="groups">
    ${groups.map(
      ([group, names]) =>
        html`<section>
          <h2 class="group">${words.groups[group]}</h2>
          <dl>
            ${names.map(
              (name) =>
                html`<div title=${words.metricHints[name] ?? nothing}>
                  <dt>${words.metrics[name]}</dt>
                  <dd>${value(name)}</dd>
                </div>`,
            )}
          </dl>
          ${
            group === 'answers'
              ? html`<p class="soft">${words.answeredOf(metrics.answered, metrics.questions)}</p>`
              : nothing
          }
        </section>`,
    )}
  </div>`;
}

/** Scores of groups of questions, such as those of a type. */
export function groupTable(
  title: string,
  head: string,
  rows: readonly (readonly [string, GroupScore])[],
  terms: Terms,
): TemplateResult {
  const { language } = terms;
  const words = evaluationTerms(terms);
  return html`<section class="block">
    <h2>${title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${head}</th>
            <th scope="col">${words.count}</th>
            <th scope="col">${words.metrics.exact}</th>
            <th scope="col">${words.metrics.f1}</th>
            <th scope="col">${words.metrics.recallAt20}</th>
            <th scope="col">${words.metrics.bestF1}</th>
            <th scope="col">${words.table.confidence}</th>
            <th scope="col">${words.metrics.latencyP50}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, { questions, exact, f1, recallAt20, bestF1, confidence, latencyMs }]) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${formatCount(language, questions)}</td>
                ${[exact, f1, recallAt20, bestF1, confidence].map((share) => html`<td>${shareBar(language, share)}</td>`)}
                <td>${latencyMs === null ? '–' : formatMilliseconds(language, latencyMs)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function shareBar(language: string, share: number | null): TemplateResult | string {
  return share === null
    ? '–'
    : html`<span>${formatMeasure(language, share)}</span>
        <span class="bar" aria-hidden="true"><span .style=${`inline-size: ${share * 100}%`}></span></span>`;
}

/** Why answers were missed, each cause leading to its questions. */
export function missList(
  misses: Readonly<Record<string, number>>,
  terms: Terms,
  onChoice: (cause: string) => void,
): TemplateResult {
  const words = evaluationTerms(terms);
  const counted = [
    ...missCauses.map((cause) => [cause as string, misses[cause] ?? 0] as const),
    ...Object.entries(misses).filter(([cause]) => !Object.hasOwn(words.causes, cause)),
  ];
  const most = Math.max(1, ...counted.map(([, count]) => count));
  const none = counted.every(([, count]) => count === 0);
  return html`<section class="block">
    <h2>${words.misses.title}</h2>
    <p class="soft">${none ? words.misses.none : words.misses.text}</p>
    <ul class="misses">
      ${counted.map(
        ([cause, count]) =>
          html`<li>
            <button
              type="button"
              ?disabled=${count === 0}
              title=${count === 0 ? nothing : words.misses.show(count)}
              @click=${() => {
                onChoice(cause);
              }}
            >
              <span class="cause">${named(words.causes, cause)}</span>
              <span class="bar"><span .style=${`inline-size: ${(count / most) * 100}%`}></span></span>
              <span class="number">${formatCount(terms.language, count)}</span>
              <span class="hint">${Object.hasOwn(words.causeHints, cause) ? named(words.causeHints, cause) : nothing}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
