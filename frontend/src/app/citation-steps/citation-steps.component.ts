import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { documentLink, nextIcon, PassimElement, previousIcon } from '../../components';
import { CitationStepEvent } from '../../events';
import { type CitedPlace, placeOf } from '../../state';
import { base } from '../../themes';
import { styles } from './citation-steps.styles';

/**
 * Steps through the citations of the answer that led to the document, across documents.
 *
 * @event passim-citation-step - To another of them.
 */
export class CitationStepsElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) trail: readonly CitedPlace[] = [];
  @property({ attribute: false }) place: CitedPlace | null = null;

  override render(): TemplateResult | typeof nothing {
    const { viewer } = this.terms;
    const { trail } = this;
    const at = this.#at();
    if (at < 0 || trail.length < 2) {
      return nothing;
    }
    return html`<div role="group" aria-label=${viewer.citations}>
      ${this.#button(viewer.previousCitation, previousIcon, 'p [', -1)}
      <span role="status">
        <span class="words">${viewer.citation(at + 1, trail.length)}</span>
        <span class="short" aria-hidden="true">${at + 1}/${trail.length}</span>
      </span>
      ${this.#button(viewer.nextCitation, nextIcon, 'n ]', 1)}
    </div>`;
  }

  /** To the citation so many places on; at either end it goes on at the other. */
  step(by: 1 | -1): void {
    const { trail } = this;
    const at = this.#at();
    const target = trail[(at + by + trail.length) % trail.length];
    if (at >= 0 && trail.length > 1 && target !== undefined) {
      const { documentId, start, end } = target;
      this.dispatchEvent(new CitationStepEvent(documentLink(documentId, start, end)));
    }
  }

  #at(): number {
    return this.place === null ? -1 : placeOf(this.trail, this.place);
  }

  #button(label: string, icon: unknown, keys: string, by: 1 | -1): TemplateResult {
    return html`<button
      class="icon"
      type="button"
      title=${label}
      aria-label=${label}
      aria-keyshortcuts=${keys}
      @click=${() => {
        this.step(by);
      }}
    >
      ${icon}
    </button>`;
  }
}
