import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import {
  type CharSpan,
  type DocumentSegment,
  type DocumentText,
  segmentDocument,
} from '../../state';
import { base } from '../../themes';
import { styles } from './document-text.styles';

/**
 * A document's text by pages, as text and nothing else, with the quoted span marked.
 *
 * @csspart span - The quoted words.
 */
export class DocumentTextElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) text: DocumentText | null = null;
  @property({ attribute: false }) span: CharSpan | null = null;

  override render(): TemplateResult {
    if (this.text === null) {
      return html``;
    }
    const pages = this.text.pages.length;
    return html`${segmentDocument(this.text, this.span).map((segment) => this.#segment(segment, pages))}`;
  }

  #segment({ page, parts }: DocumentSegment, pages: number): TemplateResult {
    const label = page === null ? null : this.terms.viewer.page(page, pages);
    return html`<section aria-label=${label ?? nothing} data-page=${page ?? nothing} tabindex="-1">
      ${label === null ? nothing : html`<p class="page" aria-hidden="true">${label}</p>`}
      <div class="text">${parts.map(({ text, marked }) =>
        marked ? html`<mark part="span" tabindex="-1">${text}</mark>` : text,
      )}</div>
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text') || changed.has('span')) {
      this.showSpan();
    }
  }

  /** Brings the quoted words into view and gives them the focus, so that a reader starts there. */
  showSpan(): void {
    const mark = this.renderRoot.querySelector('mark');
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  }

  showPage(page: number): void {
    const section = this.renderRoot.querySelector<HTMLElement>(`[data-page="${page}"]`);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  }
}
