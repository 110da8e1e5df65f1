import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatMilliseconds, formatPercent, formatScore } from '../../i18n';
import type { Answer, Explanation, KnownDocument } from '../../state';
import { base } from '../../themes';
import { type Bar, bars, barStyles } from '../bars';
import { PassimElement } from '../passim-element';
import { styles } from './explanation.styles';

/** Why this answer: how the question was understood, what was found, how it was read, and in what time. */
export class ExplanationElement extends PassimElement {
  static override readonly styles = [base, styles, barStyles];

  @property({ attribute: false }) answer: Answer | null = null;
  @property({ attribute: false }) documents: Readonly<Record<string, KnownDocument>> = {};

  override render(): TemplateResult {
    const { answer } = this;
    if (answer === null) {
      return html``;
    }
    const { explanation } = answer;
    return html`${
      explanation === null
        ? html`<p>${this.terms.why.none}</p>`
        : [
            this.#followUp(explanation),
            this.#retrieval(answer, explanation),
            this.#reading(explanation),
            this.#calibration(answer, explanation),
          ]
    }
    ${this.#time(answer)} ${this.#provenance(answer)}`;
  }

  #followUp({ followUp }: Explanation): TemplateResult | typeof nothing {
    const { why } = this.terms;
    if (!followUp.detected) {
      return nothing;
    }
    return html`<section>
      <h3>${why.followUp}</h3>
      <p>${why.followUpText}</p>
      <dl>
        <dt>${why.carried}</dt>
        <dd>${followUp.carried.join(', ')}</dd>
        ${
          followUp.candidates.length === 0
            ? nothing
            : html`<dt>${why.candidates}</dt>
              <dd>
                <ul>
                  ${followUp.candidates.map((candidate) => html`<li>${candidate}</li>`)}
                </ul>
              </dd>`
        }
      </dl>
    </section>`;
  }

  #retrieval(answer: Answer, { retrieval }: Explanation): TemplateResult | typeof nothing {
    const { why, language } = this.terms;
    if (retrieval.length === 0) {
      return nothing;
    }
    const score = (value: number | null): string =>
      value === null ? '–' : formatScore(language, value);
    const best = retrieval[0];
    return html`<section>
      <h3>${why.retrieval}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${why.retrieval}>
        <table>
          <thead>
            <tr>
              <th scope="col">${why.rank}</th>
              <th scope="col">${why.passage}</th>
              <th scope="col">${why.score}</th>
              <th scope="col">${why.lexical}</th>
              <th scope="col">${why.dense}</th>
            </tr>
          </thead>
          <tbody>
            ${retrieval.map(
              (row) =>
                html`<tr>
                  <td>${row.rank}</td>
                  <th scope="row">${this.#place(answer, row.passage)}</th>
                  <td>${score(row.score)}</td>
                  <td>${score(row.lexical)}</td>
                  <td>${score(row.dense)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        best === undefined || best.terms.length === 0
          ? nothing
          : html`<h4>${why.matched}</h4>
            ${bars(best.terms.map(({ term, weight }): Bar => ({ label: term, value: weight, text: score(weight) })))}`
      }
    </section>`;
  }

  #place(answer: Answer, index: number): string {
    const passage = answer.passages[index];
    if (passage === undefined) {
      return String(index + 1);
    }
    const title =
      passage.title ??
      this.documents[passage.documentId]?.title ??
      this.terms.answer.untitledDocument;
    return passage.page === null ? title : `${title}, ${this.terms.answer.page(passage.page)}`;
  }

  #reading({ reading }: Explanation): TemplateResult | typeof nothing {
    const { why, language } = this.terms;
    if (reading === null) {
      return nothing;
    }
    const logits: [string, number | null][] = [
      [why.startLogit, reading.startLogit],
      [why.endLogit, reading.endLogit],
      [why.nullLogit, reading.nullLogit],
    ];
    return html`<section>
      <h3>${why.reading}</h3>
      <p>${why.passagesRead(reading.passagesRead)}</p>
      <dl title=${why.logitsHint}>
        ${logits.map(([name, value]) =>
          value === null
            ? nothing
            : html`<dt>${name}</dt>
                <dd>${formatScore(language, value)}</dd>`,
        )}
      </dl>
      ${
        reading.questionTokens.length === 0
          ? nothing
          : html`<h4>${why.questionTokens}</h4>
            ${bars(
              reading.questionTokens.map(({ token, weight }): Bar => ({
                label: token,
                value: weight,
                text: formatScore(language, weight),
              })),
            )}`
      }
    </section>`;
  }

  #calibration(answer: Answer, { calibration }: Explanation): TemplateResult | typeof nothing {
    const { why, language } = this.terms;
    if (calibration === null) {
      return nothing;
    }
    return html`<section>
      <h3>${why.calibration}</h3>
      <dl>
        <dt>${this.terms.answer.confidence}</dt>
        <dd>${formatPercent(language, answer.confidence)}</dd>
        <dt>${why.threshold}</dt>
        <dd>${formatPercent(language, calibration.threshold)}</dd>
        ${Object.entries(calibration.features).map(
          ([name, value]) =>
            html`<dt class="feature">${name}</dt>
              <dd>${formatScore(language, value)}</dd>`,
        )}
      </dl>
    </section>`;
  }

  #time({ timings }: Answer): TemplateResult | typeof nothing {
    const { why, language } = this.terms;
    if (timings === null) {
      return nothing;
    }
    const stages: [string, number][] = [
      [why.understand, timings.understandMs],
      [why.retrieve, timings.retrieveMs],
      [why.read, timings.readMs],
      ...(timings.rankMs === null ? [] : ([[why.ranking, timings.rankMs]] as [string, number][])),
      [why.total, timings.totalMs],
    ];
    return html`<section>
      <h3>${why.time}</h3>
      ${bars(
        stages.map(([label, value]): Bar => ({
          label,
          value,
          text: formatMilliseconds(language, value),
        })),
      )}
    </section>`;
  }

  #provenance({ provenance }: Answer): TemplateResult | typeof nothing {
    const { why } = this.terms;
    if (provenance === null) {
      return nothing;
    }
    const { reader, readerSha256, encoder, indexGeneration, configuration } = provenance;
    const facts: [string, string | number | null][] = [
      [why.reader, reader],
      ['SHA-256', readerSha256],
      [why.encoder, encoder],
      [why.indexGeneration, indexGeneration],
      [why.configuration, configuration ?? null],
    ];
    return html`<section>
      <h3>${why.madeWith}</h3>
      <dl>
        ${facts.map(([name, value]) =>
          value === null
            ? nothing
            : html`<dt>${name}</dt>
                <dd class="fact">${value}</dd>`,
        )}
      </dl>
    </section>`;
  }
}
