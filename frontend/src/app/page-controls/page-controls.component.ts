import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { minusIcon, PassimElement, plusIcon, widthIcon } from '../../components';
import { PageGoEvent, ZoomEvent } from '../../events';
import { formatPercent } from '../../i18n';
import type { PageSpan } from '../../state';
import { base } from '../../themes';
import { styles } from './page-controls.styles';

/**
 * Which page is shown and how large.
 *
 * @event passim-page-go - To another page.
 * @event passim-zoom - Larger, smaller, or as wide as there is room.
 */
export class PageControlsElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) pages: readonly PageSpan[] = [];
  /** Number of the page in view. */
  @property({ attribute: false }) page: number | null = null;
  /** Of the size on paper; null where nothing can be zoomed. */
  @property({ attribute: false }) percent: number | null = null;

  override render(): TemplateResult {
    return html`${this.#field()} ${this.#zoom()}`;
  }

  #field(): TemplateResult | typeof nothing {
    const { viewer } = this.terms;
    const { pages, page } = this;
    if (pages.length < 2) {
      return nothing;
    }
    const shown = pages.find(({ number }) => number === page);
    const label = shown?.label ?? String(page ?? '');
    return html`<label>
      <span class="hidden-text">${viewer.pageField}</span>
      <input
        type="text"
        autocomplete="off"
        maxlength="12"
        title=${viewer.goToPage}
        .value=${label}
        @change=${this.#onPage}
        @focus=${(event: FocusEvent) => {
          (event.target as HTMLInputElement).select();
        }}
      />
      <span>${viewer.ofPages(pages.length)}</span>
    </label>`;
  }

  #zoom(): TemplateResult | typeof nothing {
    const { viewer, language } = this.terms;
    if (this.percent === null) {
      return nothing;
    }
    const percent = formatPercent(language, this.percent / 100);
    return html`<div role="group" aria-label=${viewer.zoom(percent)}>
      ${this.#zoomButton('out', viewer.zoomOut, minusIcon)}
      <span class="percent" aria-hidden="true">${percent}</span>
      ${this.#zoomButton('in', viewer.zoomIn, plusIcon)}
      ${this.#zoomButton('width', viewer.fitWidth, widthIcon)}
    </div>`;
  }

  #zoomButton(by: 'in' | 'out' | 'width', label: string, icon: unknown): TemplateResult {
    return html`<button
      class="icon ${by}"
      type="button"
      title=${label}
      aria-label=${label}
      @click=${() => this.dispatchEvent(new ZoomEvent(by))}
    >
      ${icon}
    </button>`;
  }

  /** A page is asked for by what is printed on it, or by its number. */
  #onPage(event: Event): void {
    const input = event.target as HTMLInputElement;
    const asked = input.value.trim().toLowerCase();
    const target =
      this.pages.find(({ label }) => label?.toLowerCase() === asked) ??
      this.pages.find(({ number }) => String(number) === asked);
    if (target === undefined) {
      this.requestUpdate();
      input.value = String(this.page ?? '');
    } else {
      this.dispatchEvent(new PageGoEvent(target.number));
    }
  }
}
