import { html, nothing, type TemplateResult } from 'lit';
import { problemCause } from '../i18n';

/** The server's own words about a failure, which are English, where they say more than those of the page above them. */
export function causeLine({
  code,
  detail,
}: {
  readonly code: string;
  readonly detail: string | null;
}): TemplateResult | typeof nothing {
  const cause = problemCause(code, detail);
  return cause === null ? nothing : html`<p class="cause" lang="en">${cause}</p>`;
}
