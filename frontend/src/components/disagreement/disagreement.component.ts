import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Answer, type KnownDocument, type Statement, statements } from '../../state';
import { base } from '../../themes';
import '../citation/citation';
import '../confidence/confidence';
import { PassimElement } from '../passim-element';
import '../quote/quote';
import { styles } from './disagreement.styles';

/** What documents that contradict each other say, side by side, the newest document first. */
export class DisagreementElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) answer: Answer | null = null;
  @property({ attribute: false }) documents: Readonly<Record<string, KnownDocument>> = {};

  override render(): TemplateResult {
    const { answer, documents } = this;
    if (answer === null) {
      return html``;
    }
    const { answer: words } = this.terms;
    const all = statements(answer, documents);
    const [first, second] = all;
    const ages = first?.at !== second?.at;
    return html`<h3>${words.disagreement}</h3>
      <p>${words.disagreementText}</p>
      <ol>
        ${all.map((each, i) => this.#statement(each, ages ? (i === 0 ? words.newest : words.older) : null))}
      </ol>`;
  }

  #statement(
    { text, confidence, citation, date, uploadedAt }: Statement,
    age: string | null,
  ): TemplateResult {
    return html`<li>
      ${age === null ? nothing : html`<span class="age">${age}</span>`}
      <passim-quote minor .citation=${citation} .text=${text}></passim-quote>
      <passim-citation .citation=${citation} .date=${date} .uploadedAt=${uploadedAt}></passim-citation>
      <passim-confidence .value=${confidence}></passim-confidence>
    </li>`;
  }
}
