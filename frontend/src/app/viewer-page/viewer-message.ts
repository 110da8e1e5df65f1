import { html, nothing, type TemplateResult } from 'lit';
import type { PassimApi } from '../../connection';
import { problemText, type Terms } from '../../i18n';
import { type DocumentRecord, isOriginalKept, isUnderway } from '../../state';
import { causeLine } from '../cause-line';
import type { Loaded, OpenDocument } from './load-document';

/** What is said where there is no text to show, with what can be done about it. */
export function insteadOfDocument(
  loaded: Exclude<Loaded, OpenDocument>,
  api: PassimApi,
  terms: Terms,
  again: () => void,
): TemplateResult {
  const { viewer, app } = terms;
  switch (loaded.kind) {
    case 'loading':
      return html`<p class="message soft" role="status">${viewer.loading}</p>`;
    case 'unknown':
      return message(viewer.gone, html`<p class="soft">${viewer.goneText}</p>`, terms);
    case 'deleted':
      return message(viewer.deleted, html`<p class="soft">${viewer.deletedText}</p>`, terms);
    case 'textless':
      return textless(loaded.document, api, terms);
    case 'failed':
      return message(
        problemText(terms, loaded.error.code, loaded.error.message),
        html`<p><button class="button plain" type="button" @click=${again}>${app.tryAgain}</button></p>`,
        terms,
      );
  }
}

/** A document that failed says why, and gives back its original where it was kept. */
function textless(document: DocumentRecord, api: PassimApi, terms: Terms): TemplateResult {
  const { viewer } = terms;
  const { id, filename, status, problem } = document;
  const failed = status === 'failed';
  return message(
    failed ? viewer.unread : viewer.notReady,
    html`<p class="soft">${filename}</p>
      ${isUnderway(document) ? html`<p class="soft">${viewer.notReadyText}</p>` : nothing}
      ${
        failed && problem !== null
          ? html`<div>
              <p>${problemText(terms, problem.code, problem.detail)}</p>
              ${causeLine(problem)}
            </div>`
          : nothing
      }
      ${
        isOriginalKept(document)
          ? html`<p>
              <a class="button plain" href=${api.originalUrl(id).href} download=${filename}>${viewer.original}</a>
            </p>`
          : nothing
      }`,
    terms,
  );
}

function message(heading: string, content: TemplateResult, { app }: Terms): TemplateResult {
  return html`<div class="message" role="status">
    <h1>${heading}</h1>
    ${content}
    <p><a href="/library">${app.documents}</a></p>
  </div>`;
}
