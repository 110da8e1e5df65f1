import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { searchIcon } from '../../components';
import { type FindEvent, type FindStepEvent, SpanTakeEvent } from '../../events';
import type { CharSpan, DocumentRecord, DocumentText } from '../../state';
import { trimmedSpan } from '../../state/curation';
import { base } from '../../themes';
import { CurationElement } from '../curation-element';
import '../document-text/document-text';
import type { DocumentTextElement } from '../document-text/document-text';
import '../find-bar/find-bar';
import type { FindBarElement } from '../find-bar/find-bar';
import { DocumentSearch } from '../viewer-page/document-search';
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
  @state() private finding = false;
  @query('passim-document-text') private view!: DocumentTextElement;
  @query('passim-find-bar') private findBar?: FindBarElement;

  #search = new DocumentSearch(this.text);

  override render(): TemplateResult {
    const { viewer } = this.terms;
    const { text } = this;
    const search = this.#search;
    const chosen = this.places[this.at] ?? null;
    return html`<div class="pane">
      <div class="bar">
        ${this.#taking(text.text)}
        <button
          class="icon"
          type="button"
          title=${viewer.findField}
          aria-label=${viewer.findField}
          aria-expanded=${this.finding}
          @click=${this.#find}
        >
          ${searchIcon}
        </button>
      </div>
      ${
        this.finding
          ? html`<passim-find-bar
              .query=${search.query}
              .hits=${search.matches.length}
              .current=${search.current}
              @passim-find=${this.#onFind}
              @passim-find-step=${this.#onFindStep}
              @passim-find-close=${this.#closeFind}
            ></passim-find-bar>`
          : nothing
      }
      <passim-document-text
        inset
        .text=${text}
        .language=${this.document?.language ?? null}
        .span=${chosen}
        .hits=${this.finding ? search.matches : this.places.filter((place) => place !== chosen)}
        .current=${this.finding ? search.current : -1}
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
      this.#search = new DocumentSearch(this.text);
      this.finding = false;
      this.selected = null;
    }
  }

  /** What was selected last can be taken, also after a tap on the button has taken the selection away. */
  readonly #onSelection = (): void => {
    const span = this.view.selectedSpan();
    this.selected = (span === null ? null : trimmedSpan(this.text.text, span)) ?? this.selected;
  };

  #onFind({ query: words }: FindEvent): void {
    this.#search.find(words, this.places[this.at]?.start ?? 0);
    this.#showMatch();
  }

  #onFindStep({ by }: FindStepEvent): void {
    this.#search.step(by);
    this.#showMatch();
  }

  #showMatch(): void {
    this.requestUpdate();
    void this.updateComplete.then(async () => {
      await this.view.updateComplete;
      this.view.showMatch();
    });
  }

  readonly #find = (): void => {
    this.finding = true;
    this.findBar?.focus();
  };

  #closeFind(): void {
    this.finding = false;
    this.#search.clear();
    this.view.focus();
  }
}

/** Else a press on the button would take away what it is about. */
function keepSelection(event: Event): void {
  event.preventDefault();
}
