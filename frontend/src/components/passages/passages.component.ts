import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AnswerPassage, KnownDocument } from '../../state';
import { base } from '../../themes';
import { appLinks, documentLink, type Links, linksContext } from '../links';
import { PassimElement } from '../passim-element';
import { sourceLink } from '../source-link';
import { styles } from './passages.styles';

/** The others wait behind a button. */
const shownAtFirst = 3;

/** Passages as passages: what the documents say nearby, with no claim that it answers. */
export class PassagesElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) passages: readonly AnswerPassage[] = [];
  @property({ attribute: false }) documents: Readonly<Record<string, KnownDocument>> = {};

  @state() private all = false;

  @consume({ context: linksContext, subscribe: true })
  @state()
  private links: Links = appLinks;

  override render(): TemplateResult {
    const { passages } = this;
    const shown = this.all ? passages : passages.slice(0, shownAtFirst);
    return html`<ol>
        ${shown.map((passage) => this.#passage(passage))}
      </ol>
      ${
        shown.length === passages.length
          ? nothing
          : html`<button class="quiet" type="button" @click=${() => (this.all = true)}>
            ${this.terms.answer.allPassages(passages.length)}
          </button>`
      }`;
  }

  #passage({ documentId, title: sent, page, start, end, text, language }: AnswerPassage): TemplateResult {
    const { answer } = this.terms;
    const title = sent ?? this.documents[documentId]?.title ?? answer.untitledDocument;
    return html`<li>
      <div class="text" lang=${language ?? nothing}>
        ${text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`)}
      </div>
      <p class="source">
        ${sourceLink({ documentId, link: documentLink(documentId, start, end), title }, this.links)}${
          page === null ? nothing : html`<span>, ${answer.page(page)}</span>`
        }
      </p>
    </li>`;
  }
}
