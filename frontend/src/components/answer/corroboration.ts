import { html, nothing, type TemplateResult } from 'lit';
import type { Terms } from '../../i18n';
import type { Answer, KnownDocument } from '../../state';
import { documentLink, type Links } from '../links';
import { sourceLink } from '../source-link';

/** The other places that state the same answer. */
export function corroborationList(
  { corroboration }: Answer,
  documents: Readonly<Record<string, KnownDocument>>,
  links: Links,
  { answer }: Terms,
): TemplateResult | typeof nothing {
  if (corroboration.length === 0) {
    return nothing;
  }
  return html`<div class="corroboration">
    <span>${answer.alsoIn(corroboration.length)}</span>
    <ul>
      ${corroboration.map(
        ({ documentId, page, start, end }) =>
          html`<li>
            ${sourceLink(
              {
                documentId,
                link: documentLink(documentId, start, end),
                title: documents[documentId]?.title ?? answer.untitledDocument,
              },
              links,
            )}${page === null ? nothing : `, ${answer.page(page)}`}
          </li>`,
      )}
    </ul>
  </div>`;
}
