import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { searchIcon } from '../../components';
import { SpanTakeEvent } from '../../events';
import type { CharSpan, DocumentRecord, DocumentText } from '../../state';
import { trimmedSpan } from '../../state/curation';
import { base } from '../../themes';
import { CurationElement } from '../curation-element';
import '../document-text/document-text';
import type { DocumentTextElement } from '../document-text/document-text';
import { FindController } from '../find-bar/find-controller';
import { styles } from './quotation-text.styles';

const shownOfSelection = 60;

/**
 * The text of a document with the places of some words marked, to be searched, and to select other words in.
 *
 * @event passim-span-take - Words were selected, and are to be taken.
 */
export class QuotationTextElement extends CurationElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) document: DocumentRecord | null = null;
  @property({ attribute: false }) text: DocumentText = { text: '', pages: [] };
  @property({ attribute: false }) places: readonly CharSpan[] = [];
  /** Index of the place that is meant, or -1. */
  @property({ attribute: false }) at = -1;

  /** What a person has selected and not yet taken. */
  @state() private selected: CharSpan | null = null;
  @query('passim-document-text') private view!: DocumentTextElement;

  readonly #find = new FindController(
    this,
    () => this.view,
    () => this.places[this.at]?.start ?? 0,
  );

  override render(): TemplateResult {
    const { viewer } = this.terms;
    const { text } = this;
    const find = this.#find;
    const chosen = this.places[this.at] ?? null;
    return html`<div class="pane">
      <div class="bar">
        ${this.#taking(text.text)}
        <button
          class="icon"
          type="button"
          title=${viewer.findField}
          aria-label=${viewer.findField}
          aria-expanded=${find.isOpen}
          @click=${find.open}
        >
          ${searchIcon}
        </button>
      </div>
      ${find.render()}
      <passim-document-text
        inset
        .text=${text}
        .language=${this.document?.language ?? null}
        .span=${chosen}
        .hits=${find.isOpen ? find.matches : this.places.filter((place) => place !== chosen)}
        .current=${find.isOpen ? find.current : -1}
      ></passim-document-text>
    </div>`;
  }

  #taking(text: string): TemplateResult {
    const { quotation } = this.words;
    const { selected } = this;
    if (selected === null) {
      return html`<p class="hint">${quotation.selectHint}</p>`;
    }
    const words = text.slice(selected.start, selected.end).replace(/\s+/g, ' ');
    const shown = words.length > shownOfSelection ? `${words.slice(0, shownOfSelection)}…` : words;
    return html`<button
      class="button plain take"
      type="button"
      @mousedown=${keepSelection}
      @click=${() => {
        this.selected = null;
        this.dispatchEvent(new SpanTakeEvent(selected.start, selected.end));
      }}
    >
      ${quotation.take(shown)}
    </button>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('selectionchange', this.#onSelection);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('selectionchange', this.#onSelection);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) {
      this.#find.reset(this.text);
      this.selected = null;
    }
  }

  /** What was selected last can be taken, also after a tap on the button has taken the selection away. */
  readonly #onSelection = (): void => {
    const span = this.view.selectedSpan();
    this.selected = (span === null ? null : trimmedSpan(this.text.text, span)) ?? this.selected;
  };
}

/** Else a press on the button would take away what it is about. */
function keepSelection(event: Event): void {
  event.preventDefault();
}
