import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { UnalignedEvent, ViewChangeEvent } from '../../events';
import {
  type CharSpan,
  type DocumentText,
  matchesAround,
  PageAlignment,
  type PageSpan,
  pagesOfSpan,
} from '../../state';
import { base } from '../../themes';
import { pageMarks } from './marks';
import type { PdfFile } from './pdf-file';
import type { PdfPage } from './pdf-page';
import { PdfPages } from './pdf-pages';
import { styles } from './pdf-view.styles';

/** CSS pixels per point at the size of paper. */
const paper = 96 / 72;
const zoomStep = 1.2;
const smallest = 0.25 * paper;
const largest = 4 * paper;
/** Wider pages are no easier to read. */
const comfortable = 1.15 * paper;
const margin = 16;

const middle = (start: number, length: number): number => start + length / 2;

/** A scale chosen by a person, or by the room that there is. */
type Zoom = number | 'comfortable' | 'width';

/** Where the view is to go as soon as the page is drawn. */
interface Goal {
  readonly page: number;
  readonly selector: string;
  readonly focus: boolean;
}

/**
 * The pages of a PDF as they are printed, with the quoted words and the matches of a search marked on them.
 *
 * @event passim-view-change - Another page is being read, or the size has changed.
 * @event passim-unaligned - The quoted words are not to be found on the pages.
 */
export class PdfViewElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) file: PdfFile | null = null;
  @property({ attribute: false }) text: DocumentText | null = null;
  @property({ attribute: false }) span: CharSpan | null = null;
  @property({ attribute: false }) hits: readonly CharSpan[] = [];
  /** Index of the match that is shown, or -1. */
  @property({ attribute: false }) current = -1;

  @query('.scroller') private scroller!: HTMLElement;
  @query('.pages') private container!: HTMLElement;

  #pages: PdfPages | null = null;
  #zoom: Zoom = 'comfortable';
  #goal: Goal | null = null;
  #alignments = new WeakMap<readonly string[], PageAlignment>();
  #resize: ResizeObserver | null = null;
  #told = '';

  override render(): TemplateResult {
    return html`<div
      class="scroller"
      role="region"
      aria-label=${this.terms.viewer.pagesView}
      tabindex="0"
      @scroll=${this.#tell}
      @wheel=${this.#forget}
      @touchmove=${this.#forget}
    >
      <div class="pages"></div>
    </div>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.#pages?.close();
    this.#pages = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('file')) {
      void this.#open();
      return;
    }
    if (changed.has('text') || changed.has('span') || changed.has('hits') || changed.has('current')) {
      this.#pages?.drawn.forEach((page) => {
        this.#mark(page);
      });
    }
    if (changed.has('span')) {
      void this.showSpan();
    }
  }

  /** Brings the quoted words into view and gives them the focus, so that a reader starts there. */
  async showSpan(focus = true): Promise<void> {
    const { file, span, text } = this;
    if (file === null || span === null || text === null || this.#pages === null) {
      return;
    }
    const parts = pagesOfSpan(text.pages, span).filter(
      ({ part }) => text.text.slice(part.start, part.end).trim() !== '',
    );
    const found = await Promise.all(parts.map(({ page, part }) => this.#isFound(file, page, part)));
    if (span !== this.span || file !== this.file) {
      return;
    }
    const [first] = parts;
    if (first === undefined || found.includes(false)) {
      this.dispatchEvent(new UnalignedEvent());
    } else {
      this.#go({ page: first.page.number, selector: '.cited', focus });
    }
  }

  showPage(number: number): void {
    this.#goal = null;
    this.#pages?.page(number)?.element.scrollIntoView({ block: 'start' });
  }

  /** Brings the current match into view, and leaves the focus where it is. */
  showMatch(): void {
    const match = this.hits[this.current];
    const page =
      match === undefined ? undefined : pagesOfSpan(this.text?.pages ?? [], match)[0]?.page;
    if (page !== undefined) {
      this.#go({ page: page.number, selector: '.current', focus: false });
    }
  }

  zoom(by: 'in' | 'out' | 'width'): void {
    const scale = this.#pages?.scale ?? paper;
    const factor = by === 'in' ? zoomStep : 1 / zoomStep;
    this.#zoom =
      by === 'width' ? 'width' : Math.min(Math.max(scale * factor, smallest), largest);
    const mark = this.#markInView();
    const before = mark?.getBoundingClientRect();
    this.#rescale();
    const after = mark?.getBoundingClientRect();
    if (before !== undefined && after !== undefined) {
      this.scroller.scrollBy(
        middle(after.left, after.width) - middle(before.left, before.width),
        middle(after.top, after.height) - middle(before.top, before.height),
      );
    }
  }

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  async #open(): Promise<void> {
    const { file } = this;
    this.#pages?.close();
    this.#pages = null;
    if (file === null) {
      return;
    }
    const pages = await PdfPages.open(this.scroller, this.container, file, this.#onDrawn);
    if (file !== this.file || !this.isConnected) {
      pages.close();
      return;
    }
    this.#pages = pages;
    this.#rescale();
    this.#resize?.disconnect();
    this.#resize = new ResizeObserver(() => {
      if (typeof this.#zoom === 'string') {
        this.#rescale();
      }
    });
    this.#resize.observe(this.scroller);
    if (this.span === null) {
      this.focus();
    }
    await this.showSpan();
  }

  #rescale(): void {
    const pages = this.#pages;
    if (pages === null) {
      return;
    }
    const fit = Math.max((this.scroller.clientWidth - 2 * margin) / pages.width, 0.05);
    const scale =
      this.#zoom === 'comfortable'
        ? Math.min(fit, comfortable)
        : this.#zoom === 'width'
          ? fit
          : this.#zoom;
    if (scale !== pages.scale || this.#told === '') {
      pages.rescale(scale, this.container);
    }
    this.#tell();
  }

  /** What somebody who zooms most likely looks at; it stays where it is. */
  #markInView(): Element | undefined {
    const view = this.scroller.getBoundingClientRect();
    const marks = [...this.container.querySelectorAll('mark.current, mark.cited')];
    return marks.find((mark) => {
      const { bottom, left, right, top } = mark.getBoundingClientRect();
      return top < view.bottom && bottom > view.top && left < view.right && right > view.left;
    });
  }

  #go(goal: Goal): void {
    const page = this.#pages?.page(goal.page);
    if (page === undefined) {
      return;
    }
    this.#goal = goal;
    if (page.scale === null) {
      page.element.scrollIntoView({ block: 'start' });
    }
    this.#reach(page);
  }

  #reach(page: PdfPage): void {
    const goal = this.#goal;
    if (goal?.page !== page.number || page.scale === null) {
      return;
    }
    this.#goal = null;
    const target = page.element.querySelector<HTMLElement>(`mark${goal.selector}`);
    (target ?? page.element).scrollIntoView({ block: target === null ? 'start' : 'center' });
    if (goal.focus) {
      target?.focus({ preventScroll: true });
    }
  }

  readonly #onDrawn = (page: PdfPage): void => {
    if (page.failed) {
      page.element.textContent = this.terms.viewer.pageDamaged;
      if (this.#goal?.page === page.number && this.#goal.selector === '.cited') {
        this.dispatchEvent(new UnalignedEvent());
      }
      return;
    }
    this.#mark(page);
    this.#reach(page);
  };

  #mark(page: PdfPage): void {
    const span = this.text?.pages.find(({ number }) => number === page.number);
    const label = this.terms.viewer.page(page.number, this.file?.numPages ?? page.number);
    page.element.setAttribute('aria-label', label);
    if (span === undefined || page.strings === null) {
      return;
    }
    const own = { spans: [] as CharSpan[], first: 0 };
    this.hits.forEach((match, index) => {
      if (match.end > span.start && match.start < span.end) {
        own.first = own.spans.length === 0 ? index : own.first;
        own.spans.push(match);
      }
    });
    const near = matchesAround(own.spans, Math.max(this.current - own.first, 0));
    const shown = { spans: near.spans, first: own.first + near.first };
    const marked = this.span !== null || own.spans.length > 0;
    page.mark(
      marked ? pageMarks(this.#alignment(span, page.strings), span, this.span, shown, this.current) : [],
    );
  }

  async #isFound(file: PdfFile, page: PageSpan, part: CharSpan): Promise<boolean> {
    if (page.number > file.numPages) {
      return false;
    }
    try {
      const drawn = this.#pages?.page(page.number)?.strings;
      const strings = drawn ?? (await file.text(page.number)).strings;
      const within = { start: part.start - page.start, end: part.end - page.start };
      return this.#alignment(page, strings).find(within) !== null;
    } catch {
      return false;
    }
  }

  #alignment(page: PageSpan, strings: readonly string[]): PageAlignment {
    const known = this.#alignments.get(strings);
    const alignment =
      known ?? new PageAlignment(this.text?.text.slice(page.start, page.end) ?? '', strings);
    this.#alignments.set(strings, alignment);
    return alignment;
  }

  /** The person goes elsewhere. */
  readonly #forget = (): void => {
    this.#goal = null;
  };

  readonly #tell = (): void => {
    const pages = this.#pages;
    if (pages !== null) {
      const percent = Math.round((pages.scale / paper) * 100);
      const told = `${pages.current} ${percent}`;
      if (told !== this.#told) {
        this.#told = told;
        this.dispatchEvent(new ViewChangeEvent(pages.current, percent));
      }
    }
  };
}
