import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatCount, formatThreshold, type Terms } from '../../i18n';
import { evaluationTerms } from '../../i18n/evaluation';
import type { ThresholdOutcome } from '../../state/threshold';

/** A threshold worth looking at. */
export interface Mark {
  readonly kind: 'now' | 'accurate' | 'keeping';
  readonly at: number;
}

/** A slider and a number for the threshold, and the marks, which can be pressed. */
export function track(
  value: number,
  marks: readonly Mark[],
  terms: Terms,
  onChoice: (value: number) => void,
): TemplateResult {
  const { language } = terms;
  const { threshold: words } = evaluationTerms(terms);
  return html`<div class="choice">
      <label for="percent">${words.label}</label>
      <span class="percent">
        <input
          id="percent"
          type="number"
          inputmode="decimal"
          min="0"
          max="100"
          step="any"
          .value=${percentOf(value)}
          @input=${({ target }: Event) => {
            const { value: typed, validity } = target as HTMLInputElement;
            if (typed !== '' && validity.valid) {
              onChoice(Number((Number(typed) / 100).toFixed(6)));
            }
          }}
        /><span aria-hidden="true">%</span>
      </span>
    </div>
    <div class="track">
      <input
        type="range"
        min="0"
        max="1"
        step="any"
        aria-label=${words.label}
        aria-valuetext=${formatThreshold(language, value)}
        .value=${live(String(value))}
        @input=${({ target }: Event) => {
          onChoice(Math.round(Number((target as HTMLInputElement).value) * 200) / 200);
        }}
      />
      ${marks.map(
        ({ kind, at }) =>
          html`<span class=${`mark ${kind}`} aria-hidden="true" .style=${`--at: ${at}`}></span>`,
      )}
    </div>
    <div class="marks" role="group" aria-label=${words.marks}>
      ${marks.map(
        ({ kind, at }) =>
          html`<button
            type="button"
            aria-pressed=${at === value}
            @click=${() => {
              onChoice(at);
            }}
          >
            <span class=${`sign ${kind}`} aria-hidden="true"></span>
            <span>${words.kinds[kind]} <b>${formatThreshold(language, at)}</b></span>
          </button>`,
      )}
    </div>`;
}

function percentOf(value: number): string {
  return String(Number((value * 100).toFixed(4)));
}

/** What becomes of the questions with an answer, and of those without. */
export function outcomeBars(outcome: ThresholdOutcome, terms: Terms): TemplateResult {
  const { threshold: words } = evaluationTerms(terms);
  const { answerable, unanswerable, right, wrong, heldBack, unanswered, answeredAnyway } = outcome;
  return html`<div class="outcomes">
    ${bar(
      words.answerable(answerable),
      [
        ['right', words.right, right],
        ['wrong', words.wrong, wrong],
        ['held', words.heldBack, heldBack],
        ['rest', words.unanswered, unanswered],
      ],
      terms,
    )}
    ${
      unanswerable === 0
        ? nothing
        : bar(
            words.unanswerable(unanswerable),
            [
              ['wrong', words.answeredAnyway, answeredAnyway],
              ['rest', words.declined, unanswerable - answeredAnyway],
            ],
            terms,
          )
    }
  </div>`;
}

function bar(
  title: string,
  parts: readonly (readonly [kind: string, name: string, count: number])[],
  { language }: Terms,
): TemplateResult {
  return html`<div class="outcome">
    <h3>${title}</h3>
    <div class="bar" aria-hidden="true">
      ${parts.map(
        ([kind, , count]) => html`<span class=${`part ${kind}`} .style=${`flex-grow: ${count}`}></span>`,
      )}
    </div>
    <dl>
      ${parts.map(
        ([kind, name, count]) =>
          html`<div>
            <dt><span class=${`part ${kind}`} aria-hidden="true"></span>${name}</dt>
            <dd>${formatCount(language, count)}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
