import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { ViewChangeEvent } from '../../events';
import {
  type CharSpan,
  type DocumentSegment,
  type DocumentText,
  matchesAround,
  type PageSpan,
  segmentDocument,
  type TextPart,
} from '../../state';
import { base } from '../../themes';
import { pageInView } from '../page-watch';
import { styles } from './document-text.styles';
import { selectedRange, textOffset } from './text-offset';

/**
 * A document's text by pages, as text and nothing else, with the quoted span and the matches of a search marked.
 *
 * @event passim-view-change - Another page is being read.
 * @csspart span - The quoted words.
 */
export class DocumentTextElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) text: DocumentText | null = null;
  @property({ attribute: false }) span: CharSpan | null = null;
  @property({ attribute: false }) hits: readonly CharSpan[] = [];
  /** Index of the match that is shown, or -1. */
  @property({ attribute: false }) current = -1;
  /** Language of the text; the words around it speak the reader's. */
  @property() language: string | null = null;
  /** Leaves the focus and the page around it as they are, for use within a form. */
  @property({ type: Boolean }) inset = false;

  @query('.scroller') private scroller!: HTMLElement;

  #told: number | null = null;

  override render(): TemplateResult {
    const { text } = this;
    const { viewer } = this.terms;
    return html`<div
      class="scroller"
      role="region"
      aria-label=${viewer.textView}
      tabindex="0"
      @scroll=${this.#tell}
    >
      <article>
        ${text?.text === '' ? html`<p class="soft">${viewer.empty}</p>` : nothing}
        ${text === null ? nothing : this.#segments(text)}
      </article>
    </div>`;
  }

  #segments(text: DocumentText): readonly TemplateResult[] {
    const shown = matchesAround(this.hits, this.current);
    return segmentDocument(text, this.span, shown).map((segment) =>
      this.#segment(segment, text.pages),
    );
  }

  #segment({ page, parts }: DocumentSegment, pages: readonly PageSpan[]): TemplateResult {
    const label = page === null ? null : this.#label(page, pages);
    return html`<section
      role=${label === null ? nothing : 'group'}
      aria-label=${label ?? nothing}
      data-page=${page ?? nothing}
      tabindex="-1"
    >
      ${label === null ? nothing : html`<p class="page" aria-hidden="true">${label}</p>`}
      <div class="text" lang=${this.language ?? nothing}>${parts.map((part) => this.#part(part))}</div>
    </section>`;
  }

  #label(number: number, pages: readonly PageSpan[]): string {
    const { viewer } = this.terms;
    const label = pages.find((page) => page.number === number)?.label;
    return label === undefined
      ? viewer.page(number, pages.length)
      : viewer.pageOf(label, number, pages.length);
  }

  #part({ text, marked, match }: TextPart): TemplateResult | string {
    if (!marked && match === null) {
      return text;
    }
    const found = match === null ? '' : match === this.current ? 'current' : 'match';
    const kinds = [marked ? 'cited' : '', found].filter((kind) => kind !== '').join(' ');
    return html`<mark part=${marked ? 'span' : nothing} class=${kinds} tabindex="-1">${text}</mark>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text') || changed.has('span')) {
      this.showSpan(!this.inset);
    }
    this.#tell();
  }

  /** Brings the quoted words into view and gives them the focus, so that a reader starts there. */
  showSpan(focus = true): void {
    const mark = this.renderRoot.querySelector<HTMLElement>('mark.cited');
    this.#bring(mark);
    if (focus) {
      (mark ?? this.scroller).focus({ preventScroll: true });
    }
  }

  showPage(page: number): void {
    const section = this.renderRoot.querySelector<HTMLElement>(`[data-page="${page}"]`);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  }

  /** Brings the current match into view, and leaves the focus where it is. */
  showMatch(): void {
    this.#bring(this.renderRoot.querySelector('mark.current'));
  }

  /** The words that a person has selected here, in offsets of the text. */
  selectedSpan(): CharSpan | null {
    const range = selectedRange(this.renderRoot as ShadowRoot);
    if (range === null) {
      return null;
    }
    const blocks = [...this.renderRoot.querySelectorAll('.text')];
    const start = textOffset(blocks, range.startContainer, range.startOffset);
    const end = textOffset(blocks, range.endContainer, range.endOffset);
    return start < end ? { start, end } : null;
  }

  #bring(mark: Element | null): void {
    if (mark === null || !this.inset) {
      mark?.scrollIntoView({ block: 'center' });
      return;
    }
    const { scroller } = this;
    const from = mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += from - scroller.clientHeight / 2;
  }

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  readonly #tell = (): void => {
    const sections = [...this.renderRoot.querySelectorAll<HTMLElement>('section[data-page]')];
    const page = sections[pageInView(this.scroller, sections)]?.dataset.page;
    const number = page === undefined ? null : Number(page);
    if (number !== this.#told) {
      this.#told = number;
      this.dispatchEvent(new ViewChangeEvent(number, null));
    }
  };
}
