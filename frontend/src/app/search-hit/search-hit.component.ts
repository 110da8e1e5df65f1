import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  appLinks,
  bars,
  barStyles,
  documentLink,
  type Links,
  linksContext,
  PassimElement,
  sourceLink,
} from '../../components';
import { formatScore } from '../../i18n';
import { searchTerms } from '../../i18n/search';
import { type AnswerPassage, type MarkedText, markWords, type SearchEvidence } from '../../state';
import { base } from '../../themes';
import { styles } from './search-hit.styles';

const termsAtFirst = 6;

/** One passage that a search found: its words, those of the query marked, and the parts of its score beside it. */
export class SearchHitElement extends PassimElement {
  static override readonly styles = [base, barStyles, styles];

  @property({ attribute: false }) passage: AnswerPassage | null = null;
  @property({ attribute: false }) evidence: SearchEvidence | null = null;
  /** The weight of the heaviest word in any passage, so that bars compare from one to the next. */
  @property({ type: Number }) heaviest = 0;

  @state() private allTerms = false;

  @consume({ context: linksContext, subscribe: true })
  @state()
  private links: Links = appLinks;

  override render(): TemplateResult {
    const { passage, evidence } = this;
    if (passage === null || evidence === null) {
      return html``;
    }
    const marked = markWords(
      passage.text,
      evidence.terms.map(({ term }) => term),
    );
    return html`<article aria-labelledby="source">
      <p class="rank" aria-hidden="true">${evidence.rank}</p>
      <div class="passage">
        ${this.#source(passage, evidence.rank)}
        <div class="text" lang=${passage.language ?? nothing}>${paragraphs(marked).map((parts) => html`<p>${parts.map(part)}</p>`)}</div>
      </div>
      <div class="score">${this.#parts(evidence)} ${this.#terms(evidence, marked)}</div>
    </article>`;
  }

  #source({ documentId, title: sent, page, start, end }: AnswerPassage, rank: number): TemplateResult {
    const search = searchTerms(this.terms);
    const { answer } = this.terms;
    const title = sent ?? answer.untitledDocument;
    const link = documentLink(documentId, start, end);
    const place = page === null ? title : `${title}, ${answer.page(page)}`;
    return html`<h3 id="source">
      ${sourceLink({ documentId, link, title, label: search.openPassage(rank, place) }, this.links)}${
        page === null ? nothing : html`<span aria-hidden="true">, ${answer.page(page)}</span>`
      }
    </h3>`;
  }

  #parts({ score, lexical, dense, parts }: SearchEvidence): TemplateResult {
    const search = searchTerms(this.terms);
    const { why, language } = this.terms;
    const further = Object.entries(parts);
    return html`<dl>
      <dt title=${search.scoreHint}>${why.score}</dt>
      <dd class="first">${formatScore(language, score)}</dd>
      <dt>${why.lexical}</dt>
      <dd>${lexical === null ? '–' : formatScore(language, lexical)}</dd>
      <dt>${search.dense}</dt>
      <dd>${
        dense === null
          ? html`<span class="soft">${search.denseMissing}</span>`
          : formatScore(language, dense)
      }</dd>
      ${further.map(
        ([name, value]) =>
          html`<dt class="further">${name}</dt>
            <dd>${formatScore(language, value)}</dd>`,
      )}
    </dl>`;
  }

  #terms({ terms }: SearchEvidence, marked: readonly MarkedText[]): TemplateResult {
    const search = searchTerms(this.terms);
    const { language } = this.terms;
    if (terms.length === 0) {
      return html`<p class="soft">${search.noTerms}</p>`;
    }
    const inText = new Set(marked.map(({ term }) => term));
    const shown = this.allTerms ? terms : terms.slice(0, termsAtFirst);
    return html`<h4 class="hidden-text">${search.terms}</h4>
      ${bars(
        shown.map(({ term, weight }) => ({
          label: inText.has(term) ? term : `${term} †`,
          value: weight,
          text: formatScore(language, weight),
        })),
        this.heaviest,
      )}
      ${
        shown.every(({ term }) => inText.has(term))
          ? nothing
          : html`<p class="soft">† ${search.notInText}</p>`
      }
      ${
        shown.length === terms.length
          ? nothing
          : html`<button class="quiet" type="button" @click=${() => (this.allTerms = true)}>
            ${search.moreTerms(terms.length - shown.length)}
          </button>`
      }`;
  }
}

function part({ text, term }: MarkedText): TemplateResult | string {
  return term === null ? text : html`<mark>${text}</mark>`;
}

/** The parts by paragraphs: blank lines stand between words, never within one. */
function paragraphs(parts: readonly MarkedText[]): readonly (readonly MarkedText[])[] {
  const found: MarkedText[][] = [[]];
  for (const { text, term } of parts) {
    text.split(/\n{2,}/).forEach((line, index) => {
      if (index > 0) {
        found.push([]);
      }
      found.at(-1)?.push({ text: line, term });
    });
  }
  return found;
}
