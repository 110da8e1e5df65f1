import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AnswerPassage, KnownDocument } from '../../state';
import { base } from '../../themes';
import { appLinks, documentLink, type Links, linksContext } from '../links';
import { PassimElement } from '../passim-element';
import { sourceLink } from '../source-link';
import { styles } from './passages.styles';

/** Passages as passages: what the documents say nearby, with no claim that it answers. */
export class PassagesElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) passages: readonly AnswerPassage[] = [];
  @property({ attribute: false }) documents: Readonly<Record<string, KnownDocument>> = {};

  @consume({ context: linksContext, subscribe: true })
  @state()
  private links: Links = appLinks;

  override render(): TemplateResult {
    return html`<ol>
      ${this.passages.map((passage) => this.#passage(passage))}
    </ol>`;
  }

  #passage({ documentId, title: sent, page, start, end, text }: AnswerPassage): TemplateResult {
    const { answer } = this.terms;
    const title = sent ?? this.documents[documentId]?.title ?? answer.untitledDocument;
    return html`<li>
      <p class="text">${text}</p>
      <p class="source">
        ${sourceLink({ documentId, link: documentLink(documentId, start, end), title }, this.links)}${
          page === null ? nothing : html`<span>, ${answer.page(page)}</span>`
        }
      </p>
    </li>`;
  }
}
