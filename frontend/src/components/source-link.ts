import { html, nothing, type TemplateResult } from 'lit';
import { CitationOpenEvent } from '../events';
import type { Links } from './links';

export interface Source {
  readonly documentId: string;
  readonly link: string;
  readonly title: string;
  readonly filename?: string;
  /** Name for screen readers, where the title alone says too little. */
  readonly label?: string;
}

/** The title of a document as a link to words in it. */
export function sourceLink(source: Source, links: Links): TemplateResult {
  return html`<cite>${documentAnchor(source, links)}</cite>`;
}

/** A link to a document. Following it is announced first, and the page around may take over. */
export function documentAnchor(source: Source, links: Links): TemplateResult {
  const href = links.resolve(source.link);
  const announce = (event: Event): void => {
    if (
      event.currentTarget?.dispatchEvent(new CitationOpenEvent(source.documentId, href)) === false
    ) {
      event.preventDefault();
    }
  };
  return html`<a
    part="link"
    href=${href}
    title=${source.filename ?? nothing}
    aria-label=${source.label ?? nothing}
    target=${links.newTab ? '_blank' : nothing}
    rel=${links.newTab ? 'noopener' : nothing}
    @click=${announce}
    >${source.title}</a
  >`;
}
