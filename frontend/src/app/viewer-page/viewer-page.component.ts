import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { backIcon, downloadIcon, PassimElement, quoteIcon } from '../../components';
import { type PassimApi, ProblemError } from '../../connection';
import { problemText } from '../../i18n';
import { type DocumentRecord, type DocumentText, validSpan } from '../../state';
import { base } from '../../themes';
import '../document-text/document-text';
import type { DocumentTextElement } from '../document-text/document-text';
import { titleOf } from '../document-row/document-row.component';
import { styles } from './viewer-page.styles';

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly document: DocumentRecord; readonly text: DocumentText }
  | { readonly kind: 'textless' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly error: ProblemError };

/** A document, opened where a citation points. */
export class ViewerPageElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: PassimApi;
  @property() documentId = '';
  @property({ type: Number }) start: number | null = null;
  @property({ type: Number }) end: number | null = null;

  @state() private loaded: Loaded = { kind: 'loading' };
  @query('passim-document-text') private view?: DocumentTextElement;

  override render(): TemplateResult {
    const { loaded, terms } = this;
    switch (loaded.kind) {
      case 'loading':
        return html`<p class="message soft" role="status">${terms.viewer.loading}</p>`;
      case 'gone':
        return this.#message(terms.viewer.gone, terms.viewer.goneText);
      case 'textless':
        return this.#message(terms.viewer.notReady, terms.viewer.notReadyText);
      case 'failed':
        return html`${this.#message(problemText(terms, loaded.error.code, loaded.error.message), '')}
          <p class="retry">
            <button class="button plain" type="button" @click=${() => void this.#load()}>${terms.app.tryAgain}</button>
          </p>`;
      case 'shown':
        return this.#document(loaded.document, loaded.text);
    }
  }

  #message(heading: string, text: string): TemplateResult {
    return html`<div class="message" role="status">
      <h1>${heading}</h1>
      <p class="soft">${text}</p>
      <p><a href="/library">${this.terms.app.documents}</a></p>
    </div>`;
  }

  #document(document: DocumentRecord, text: DocumentText): TemplateResult {
    const { viewer } = this.terms;
    const span = validSpan(text.text, this.start, this.end);
    const misplaced = span === null && this.start !== null;
    return html`<header>
        <button class="quiet" type="button" @click=${() => {
          history.back();
        }}>${backIcon}${viewer.back}</button>
        <span class="tools">
          ${
            span === null
              ? nothing
              : html`<button class="quiet" type="button" @click=${() => this.view?.showSpan()}>
                ${quoteIcon}<span>${viewer.toPassage}</span>
              </button>`
          }
          ${this.#pages(text)}
          <a class="quiet" href=${this.api.originalUrl(document.id).href} download=${document.filename}>
            ${downloadIcon}<span>${viewer.original}</span>
          </a>
        </span>
      </header>
      <article>
        <h1>${titleOf(document)}</h1>
        <p class="soft">${document.filename}</p>
        ${misplaced ? html`<p class="caution" role="status">${viewer.spanMissing}</p>` : nothing}
        ${text.text === '' ? html`<p class="soft">${viewer.empty}</p>` : nothing}
        <passim-document-text
          lang=${document.language ?? nothing}
          .text=${text}
          .span=${span}
        ></passim-document-text>
      </article>`;
  }

  #pages({ pages }: DocumentText): TemplateResult | typeof nothing {
    const { viewer } = this.terms;
    if (pages.length < 2) {
      return nothing;
    }
    return html`<select aria-label=${viewer.goToPage} @change=${this.#goToPage}>
      <option value="" selected>${viewer.goToPage}</option>
      ${pages.map((page) => html`<option value=${page.number}>${viewer.page(page.number, pages.length)}</option>`)}
    </select>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('documentId')) {
      void this.#load();
    }
  }

  protected override updated(): void {
    if (this.loaded.kind === 'shown') {
      document.title = `${titleOf(this.loaded.document)} · Passim`;
    }
  }

  #goToPage(event: Event): void {
    const select = event.target as HTMLSelectElement;
    if (select.value !== '') {
      this.view?.showPage(Number(select.value));
      select.value = '';
    }
  }

  async #load(): Promise<void> {
    const id = this.documentId;
    this.loaded = { kind: 'loading' };
    const loaded = await this.#fetch(id);
    if (id === this.documentId) {
      this.loaded = loaded;
    }
  }

  async #fetch(id: string): Promise<Loaded> {
    try {
      const document = await this.api.document(id);
      if (
        document.status === 'failed' ||
        document.status === 'queued' ||
        document.status === 'parsing'
      ) {
        return { kind: 'textless' };
      }
      return { kind: 'shown', document, text: await this.api.documentText(id) };
    } catch (error) {
      const problem = error instanceof ProblemError ? error : new ProblemError('network', 0, '');
      if (problem.code === 'text_not_available') {
        return { kind: 'textless' };
      }
      return problem.status === 404 || problem.status === 410
        ? { kind: 'gone' }
        : { kind: 'failed', error: problem };
    }
  }
}
