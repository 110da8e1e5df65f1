import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatDate, formatDay } from '../../i18n';
import type { Citation } from '../../state';
import { base } from '../../themes';
import { appLinks, documentPath, type Links, linksContext } from '../links';
import { PassimElement } from '../passim-element';
import { documentAnchor, sourceLink } from '../source-link';
import { styles } from './citation.styles';
import { pageOf } from './page-of';

/**
 * Where a quotation stands: document, page and headings, as a link to the very words.
 *
 * @event passim-citation-open - The link was followed. Cancel to open the document otherwise.
 * @csspart link - The document's title.
 */
export class CitationElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) citation: Citation | null = null;
  /** ISO time at which the document was added; shown where documents disagree. */
  @property() uploadedAt: string | null = null;
  /** The document's own date, shown in place of the time. */
  @property() date: string | null = null;

  @consume({ context: linksContext, subscribe: true })
  @state()
  private links: Links = appLinks;

  override render(): TemplateResult {
    const { citation, terms } = this;
    if (citation === null) {
      return html``;
    }
    const page = pageOf(citation);
    const heading = citation.heading.filter((part) => part !== citation.title);
    return html`<p class="line">
        <span class="dash" aria-hidden="true">—</span>
        <span class="hidden-text">${terms.answer.source}</span>
        ${this.#title(citation)}${
          page === null ? nothing : html`<span class="page">, ${terms.answer.page(page)}</span>`
        }
        ${
          heading.length === 0 ? nothing : html`<span class="heading">${heading.join(' › ')}</span>`
        }
        ${
          this.date === null && this.uploadedAt === null
            ? nothing
            : html`<span class="date">${
                this.date === null
                  ? terms.answer.uploaded(formatDate(terms.language, this.uploadedAt ?? ''))
                  : terms.answer.dated(formatDay(terms.language, this.date))
              }</span>`
        }
      </p>
      ${this.#state(citation)}`;
  }

  #title(citation: Citation): TemplateResult {
    const title = citation.title === '' ? citation.filename : citation.title;
    if (citation.state === 'deleted') {
      return html`<cite class="deleted">${title}</cite>`;
    }
    const { documentId, link, filename } = citation;
    const label = this.terms.answer.openSource(title);
    return sourceLink({ documentId, link, title, filename, label }, this.links);
  }

  #newer({ supersededBy, title }: Citation): TemplateResult | typeof nothing {
    const { answer } = this.terms;
    return supersededBy === null
      ? nothing
      : documentAnchor(
          {
            documentId: supersededBy,
            link: documentPath(supersededBy),
            title: answer.openNewer,
            label: answer.openNewerLabel(title),
          },
          this.links,
        );
  }

  #state(citation: Citation): TemplateResult | typeof nothing {
    switch (citation.state) {
      case 'current':
        return nothing;
      case 'superseded':
        return html`<p class="state">${this.terms.answer.superseded} ${this.#newer(citation)}</p>`;
      case 'deleted':
        return html`<p class="state">${this.terms.answer.deleted}</p>`;
    }
  }
}
