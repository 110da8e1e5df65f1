import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { backIcon, downloadIcon, PassimElement, quoteIcon, searchIcon } from '../../components';
import type { PassimApi } from '../../connection';
import type { PageGoEvent, ViewChangeEvent, ZoomEvent } from '../../events';
import {
  type CharSpan,
  type CitedPlace,
  type PageSpan,
  pagesOfSpan,
  titleOf,
  validSpan,
} from '../../state';
import { base } from '../../themes';
import '../citation-steps/citation-steps';
import type { CitationStepsElement } from '../citation-steps/citation-steps';
import '../document-text/document-text';
import type { DocumentTextElement } from '../document-text/document-text';
import { FindController } from '../find-bar/find-controller';
import '../page-controls/page-controls';
import type { PdfFile, PdfViewElement } from '../pdf-view/pdf-view';
import { loadDocument, type Loaded, type OpenDocument } from './load-document';
import { hasPages, openPages } from './original-pages';
import { viewerCommand } from './viewer-keys';
import { insteadOfDocument } from './viewer-message';
import { viewerNotes } from './viewer-notes';
import { styles } from './viewer-page.styles';

/** The pages of the original: none to be had, on their way, there, or not to be shown. */
type Pages = 'none' | 'opening' | PdfFile | 'failed';

/** A document, opened where a citation points: its pages if it is a PDF, else its text. */
export class ViewerPageElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: PassimApi;
  @property() documentId = '';
  @property({ type: Number }) start: number | null = null;
  @property({ type: Number }) end: number | null = null;
  /** The citations of the answer that led here. */
  @property({ attribute: false }) trail: readonly CitedPlace[] = [];

  @state() private loaded: Loaded = { kind: 'loading' };
  @state() private pages: Pages = 'none';
  /** What the person has chosen; until then pages are shown where the quoted words can be marked on them. */
  @state() private chosen: 'pages' | 'text' | null = null;
  @state() private unaligned = false;
  @state() private page: number | null = null;
  @state() private percent: number | null = null;

  @query('passim-pdf-view, passim-document-text')
  private view?: PdfViewElement | DocumentTextElement;
  @query('passim-citation-steps') private steps?: CitationStepsElement;

  readonly #find = new FindController(
    this,
    () => this.view,
    () => this.#span?.start ?? this.#pageStart(),
  );
  #span: CharSpan | null = null;

  constructor() {
    super();
    this.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closePages();
  }

  override render(): TemplateResult {
    const { loaded } = this;
    return html`${this.#header(loaded)}
      ${loaded.kind === 'open' ? this.#document(loaded) : insteadOfDocument(loaded, this.api, this.terms, () => void this.#load())}`;
  }

  #header(loaded: Loaded): TemplateResult {
    const { viewer } = this.terms;
    const { documentId, start, end } = this;
    const place = start === null || end === null ? null : { documentId, start, end };
    return html`<header>
      <div class="what">
        <button class="quiet back" type="button" @click=${this.#back}>
          ${backIcon}<span>${viewer.back}</span>
        </button>
        ${loaded.kind === 'open' ? this.#title(loaded) : nothing}
      </div>
      <div class="tools">
        ${
          this.trail.length < 2 || place === null
            ? nothing
            : html`<passim-citation-steps .trail=${this.trail} .place=${place}></passim-citation-steps>`
        }
        ${loaded.kind === 'open' ? this.#tools(loaded) : nothing}
      </div>
      ${loaded.kind === 'open' ? this.#icons(loaded) : nothing}
    </header>`;
  }

  #title({ document }: OpenDocument): TemplateResult {
    const title = titleOf(document);
    const { filename } = document;
    return html`<h1 title=${title}>${title}</h1>
      ${filename === title ? nothing : html`<span class="filename">${filename}</span>`}`;
  }

  #tools({ text }: OpenDocument): TemplateResult {
    return html`${this.#viewChoice()}
      <passim-page-controls
        .pages=${text.pages}
        .page=${this.page}
        .percent=${this.#shownPages() === null ? null : this.percent}
        @passim-page-go=${({ page }: PageGoEvent) => this.view?.showPage(page)}
        @passim-zoom=${({ by }: ZoomEvent) => {
          this.#zoom(by);
        }}
      ></passim-page-controls>`;
  }

  #icons({ document }: OpenDocument): TemplateResult {
    const { viewer } = this.terms;
    return html`<div class="icons">
        ${
          this.#span === null
            ? nothing
            : html`<button
              class="icon"
              type="button"
              title=${viewer.toPassage}
              aria-label=${viewer.toPassage}
              @click=${() => void this.view?.showSpan()}
            >
              ${quoteIcon}
            </button>`
        }
        <button
          class="icon find"
          type="button"
          title=${viewer.find}
          aria-label=${viewer.find}
          aria-keyshortcuts="/"
          aria-expanded=${this.#find.isOpen}
          @click=${this.#find.open}
        >
          ${searchIcon}
        </button>
        <a
          class="icon"
          href=${this.api.originalUrl(document.id).href}
          download=${document.filename}
          title=${viewer.original}
          aria-label=${viewer.original}
        >
          ${downloadIcon}
        </a>
      </div>`;
  }

  #viewChoice(): TemplateResult | typeof nothing {
    const { viewer } = this.terms;
    if (typeof this.pages === 'string') {
      return nothing;
    }
    const text = this.#shownPages() === null;
    const choice = (label: string, chosen: boolean, view: 'pages' | 'text'): TemplateResult =>
      html`<button
        class="quiet"
        type="button"
        aria-pressed=${chosen}
        @click=${() => {
          this.#choose(view);
        }}
      >
        ${label}
      </button>`;
    return html`<div class="choice" role="group" aria-label=${viewer.view}>
      ${choice(viewer.pagesView, !text, 'pages')}${choice(viewer.textView, text, 'text')}
    </div>`;
  }

  #document(open: OpenDocument): TemplateResult {
    const { document, text } = open;
    const find = this.#find;
    const file = this.#shownPages();
    return html`${this.#notes(open)}
      ${find.render()}
      ${
        this.pages === 'opening'
          ? html`<p class="message soft" role="status">${this.terms.viewer.openingPages}</p>`
          : file === null
            ? html`<passim-document-text
              .text=${text}
              .language=${document.language}
              .span=${this.#span}
              .hits=${find.matches}
              .current=${find.current}
              @passim-view-change=${this.#onViewChange}
            ></passim-document-text>`
            : html`<passim-pdf-view
              lang=${document.language ?? nothing}
              .file=${file}
              .text=${text}
              .span=${this.#span}
              .hits=${find.matches}
              .current=${find.current}
              @passim-view-change=${this.#onViewChange}
              @passim-unaligned=${this.#onUnaligned}
            ></passim-pdf-view>`
      }`;
  }

  #notes({ document }: OpenDocument): TemplateResult {
    return viewerNotes(
      document,
      {
        spanMissing: this.start !== null && this.#span === null,
        pagesFailed: this.pages === 'failed',
        unaligned: this.unaligned && this.#shownPages() === null,
        unmarkedOn: this.unaligned && this.#shownPages() !== null ? this.#citedPage() : null,
      },
      this.terms,
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('documentId')) {
      void this.#load();
    }
    if (changed.has('documentId') || changed.has('start') || changed.has('end')) {
      this.unaligned = false;
    }
    const { loaded, start, end } = this;
    const span = loaded.kind === 'open' ? validSpan(loaded.text.text, start, end) : null;
    if (span?.start !== this.#span?.start || span?.end !== this.#span?.end) {
      this.#span = span;
    }
  }

  protected override updated(): void {
    if (this.loaded.kind === 'open') {
      document.title = `${titleOf(this.loaded.document)} · Passim`;
    }
  }

  async #load(): Promise<void> {
    const id = this.documentId;
    this.#closePages();
    this.loaded = { kind: 'loading' };
    this.#find.reset({ text: '', pages: [] });
    this.page = null;
    const loaded = await loadDocument(this.api, id);
    if (id !== this.documentId) {
      return;
    }
    this.loaded = loaded;
    if (loaded.kind === 'open') {
      this.#find.reset(loaded.text);
      await this.#openPages(loaded);
    }
  }

  async #openPages({ document, text }: OpenDocument): Promise<void> {
    if (!hasPages(document)) {
      return;
    }
    this.pages = 'opening';
    let pages: Pages = 'failed';
    try {
      pages = await openPages(this.api, document.id, text.pages);
    } catch {
      // Whatever kept it from being drawn, the text is there.
    }
    if (document.id === this.documentId && this.isConnected) {
      this.pages = pages;
    } else if (typeof pages !== 'string') {
      pages.close();
    }
  }

  #closePages(): void {
    if (typeof this.pages !== 'string') {
      this.pages.close();
    }
    this.pages = 'none';
  }

  #shownPages(): PdfFile | null {
    const { pages } = this;
    const asText = this.chosen === 'text' || (this.chosen === null && this.unaligned);
    return typeof pages === 'string' || asText ? null : pages;
  }

  #choose(view: 'pages' | 'text'): void {
    const { page } = this;
    this.chosen = view;
    void this.updateComplete.then(() => {
      if (this.#span === null && page !== null) {
        this.view?.showPage(page);
      }
    });
  }

  /** Who has chosen pages is shown the one that is cited, without the mark. */
  #onUnaligned(): void {
    this.unaligned = true;
    const page = this.#citedPage();
    if (this.chosen === 'pages' && page !== null) {
      this.view?.showPage(page.number);
    }
  }

  /** The page on which the quoted words begin. */
  #citedPage(): PageSpan | null {
    const pages = this.loaded.kind === 'open' ? this.loaded.text.pages : [];
    return this.#span === null ? null : (pagesOfSpan(pages, this.#span)[0]?.page ?? null);
  }

  #zoom(by: 'in' | 'out' | 'width'): void {
    if (this.view !== undefined && 'zoom' in this.view) {
      this.view.zoom(by);
    }
  }

  #onViewChange({ page, percent }: ViewChangeEvent): void {
    this.page = page;
    this.percent = percent;
  }

  /** Where the text of the page begins that is looked at. */
  #pageStart(): number {
    const pages = this.loaded.kind === 'open' ? this.loaded.text.pages : [];
    return pages.find(({ number }) => number === this.page)?.start ?? 0;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const command = viewerCommand(event);
    if (command === null || this.loaded.kind !== 'open') {
      return;
    }
    event.preventDefault();
    switch (command) {
      case 'find':
        this.#find.open();
        return;
      case 'nextCitation':
        this.steps?.step(1);
        return;
      case 'previousCitation':
        this.steps?.step(-1);
        return;
      case 'zoomIn':
        this.#zoom('in');
        return;
      case 'zoomOut':
        this.#zoom('out');
        return;
    }
  };

  readonly #back = (): void => {
    if (history.length > 1) {
      history.back();
    } else {
      location.assign('/library');
    }
  };
}
