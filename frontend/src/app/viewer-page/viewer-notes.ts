import { html, nothing, type TemplateResult } from 'lit';
import { documentPath } from '../../components';
import type { Terms } from '../../i18n';
import type { DocumentRecord, PageSpan } from '../../state';

/** What a person should know of the document as it is shown. */
export interface Shown {
  /** The place that was asked for lies outside the text. */
  readonly spanMissing: boolean;
  readonly pagesFailed: boolean;
  /** The text is shown in place of pages on which the quoted words cannot be marked. */
  readonly unaligned: boolean;
  /** The page that the quoted words stand on, shown without their mark. */
  readonly unmarkedOn: PageSpan | null;
}

export function viewerNotes(
  { status, supersededBy, pages, pagesWithoutText = 0 }: DocumentRecord,
  { spanMissing, pagesFailed, unaligned, unmarkedOn }: Shown,
  { viewer, library }: Terms,
): TemplateResult {
  return html`${
    status === 'superseded' || supersededBy !== null
      ? html`<p class="note superseded" role="status">
          ${viewer.superseded}
          ${supersededBy === null ? nothing : html`<a href=${documentPath(supersededBy)}>${viewer.openNewer}</a>`}
        </p>`
      : nothing
  }
  ${pagesWithoutText > 0 ? note(library.pagesWithoutText(pagesWithoutText, pages ?? 0)) : nothing}
  ${spanMissing ? note(viewer.spanMissing) : nothing} ${pagesFailed ? note(viewer.pagesFailed) : nothing}
  ${unaligned ? note(viewer.unaligned) : nothing}
  ${unmarkedOn === null ? nothing : note(viewer.unmarked(unmarkedOn.label ?? unmarkedOn.number))}`;
}

function note(text: string): TemplateResult {
  return html`<p class="note" role="status">${text}</p>`;
}
