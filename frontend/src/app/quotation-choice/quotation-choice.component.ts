import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { nextIcon, previousIcon, searchIcon } from '../../components';
import type { PassimApi } from '../../connection';
import { type FindEvent, type FindStepEvent, QuotationChangeEvent } from '../../events';
import { problemText } from '../../i18n';
import { type CharSpan, fold, type FoldedText, matchFrom } from '../../state';
import { curatedLimits, locateWords, pageAt, type QuotedPlace, trimmedSpan } from '../../state/curation';
import { base } from '../../themes';
import { CurationElement } from '../curation-element';
import '../document-text/document-text';
import type { DocumentTextElement } from '../document-text/document-text';
import '../find-bar/find-bar';
import type { FindBarElement } from '../find-bar/find-bar';
import { DocumentSearch } from '../viewer-page/document-search';
import { loadDocument, type Loaded, type OpenDocument } from '../viewer-page/load-document';
import { styles } from './quotation-choice.styles';

const shownOfSelection = 60;

/**
 * Words of a document: typed, pasted or selected in its text, and the place that is meant where they stand there more
 * than once.
 *
 * @event passim-quotation-change - Other words were chosen, or none any more.
 */
export class QuotationChoiceElement extends CurationElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: PassimApi;
  @property() documentId = '';
  /** The words to begin with, and where they are looked for first. */
  @property({ attribute: false }) initial: QuotedPlace | null = null;

  @state() private loaded: Loaded = { kind: 'loading' };
  @state() private typed = '';
  @state() private places: readonly CharSpan[] = [];
  /** Index of the place that is meant, or -1. */
  @state() private at = -1;
  /** What a person has selected in the text and not yet taken. */
  @state() private selected: CharSpan | null = null;
  @state() private finding = false;
  @query('passim-document-text') private view?: DocumentTextElement;
  @query('passim-find-bar') private findBar?: FindBarElement;

  #folded: FoldedText = fold('', 'spaced');
  #search = new DocumentSearch({ text: '', pages: [] });

  override render(): TemplateResult {
    const { loaded } = this;
    return loaded.kind === 'open' ? this.#document(loaded) : this.#instead(loaded);
  }

  #instead(loaded: Exclude<Loaded, OpenDocument>): TemplateResult {
    const { viewer, app } = this.terms;
    switch (loaded.kind) {
      case 'loading':
        return html`<p class="soft" role="status">${viewer.loading}</p>`;
      case 'deleted':
        return html`<p class="soft" role="status">${viewer.deleted}</p>`;
      case 'unknown':
        return html`<p class="soft" role="status">${viewer.gone}</p>`;
      case 'textless':
        return html`<p class="soft" role="status">${viewer.notReady}</p>`;
      case 'failed':
        return html`<p class="problem" role="alert">
            ${problemText(this.terms, loaded.error.code, loaded.error.message)}
          </p>
          <button class="button plain" type="button" @click=${() => void this.#load()}>${app.tryAgain}</button>`;
    }
  }

  #document(open: OpenDocument): TemplateResult {
    const { quotation } = this.words;
    return html`<div class="words">
        <label for="words">${quotation.words}</label>
        <textarea
          id="words"
          rows="3"
          maxlength=${curatedLimits.text}
          aria-describedby="hint found"
          lang=${open.document.language ?? nothing}
          .value=${this.typed}
          @input=${this.#onWords}
        ></textarea>
        <p class="hint" id="hint">${quotation.wordsHint}</p>
        ${this.#found(open)}
      </div>
      ${this.#text(open)}`;
  }

  #found({ text }: OpenDocument): TemplateResult {
    const { quotation } = this.words;
    const place = this.places[this.at];
    const words = place === undefined ? '' : text.text.slice(place.start, place.end);
    const several = this.places.length > 1;
    return html`<div class="found">
        <p id="found" role="status" class=${this.typed.trim() !== '' && place === undefined ? 'problem' : ''}>
          ${this.#verdict(place === undefined ? null : pageAt(text.pages, place), words)}
        </p>
        ${several ? this.#step(quotation.previous, previousIcon, -1) : nothing}
        ${several ? this.#step(quotation.next, nextIcon, 1) : nothing}
      </div>
      ${
        place === undefined || words === this.typed.trim()
          ? nothing
          : html`<p class="hint">${quotation.otherwise}</p>
              <blockquote>${words}</blockquote>`
      }`;
  }

  #verdict(page: string | number | null, words: string): string {
    const { quotation } = this.words;
    const { typed, places, at } = this;
    if (typed.trim() === '') {
      return '';
    }
    if (words.length > curatedLimits.text) {
      return quotation.tooLong(curatedLimits.text);
    }
    return places.length === 0
      ? quotation.nowhere
      : places.length === 1
        ? quotation.once(page)
        : quotation.several(at + 1, places.length, page);
  }

  #step(label: string, icon: unknown, by: 1 | -1): TemplateResult {
    return html`<button
      class="icon"
      type="button"
      title=${label}
      aria-label=${label}
      @click=${() => {
        const { length } = this.places;
        this.at = (this.at + by + length) % length;
        this.#tell();
      }}
    >
      ${icon}
    </button>`;
  }

  #text({ document, text }: OpenDocument): TemplateResult {
    const { viewer } = this.terms;
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
        .language=${document.language}
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
        this.#take(selected);
      }}
    >
      ${quotation.take(shown)}
    </button>`;
  }

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
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
    if (changed.has('initial') && this.initial !== null) {
      this.typed = this.initial.text;
      this.#locate(this.initial.start);
    }
    if (changed.has('documentId')) {
      void this.#load();
    }
  }

  async #load(): Promise<void> {
    const id = this.documentId;
    this.loaded = { kind: 'loading' };
    this.finding = false;
    this.selected = null;
    const loaded = await loadDocument(this.api, id);
    if (id !== this.documentId) {
      return;
    }
    const text = loaded.kind === 'open' ? loaded.text : { text: '', pages: [] };
    this.loaded = loaded;
    this.#folded = fold(text.text, 'spaced');
    this.#search = new DocumentSearch(text);
    this.#locate(id === this.initial?.documentId ? this.initial.start : 0);
    this.#tell();
  }

  #onWords({ target }: Event): void {
    const from = this.places[this.at]?.start ?? 0;
    this.typed = (target as HTMLTextAreaElement).value;
    this.#locate(from);
    this.#tell();
  }

  #locate(from: number): void {
    this.places = locateWords(this.#folded, this.typed);
    this.at = matchFrom(this.places, from);
  }

  #take(span: CharSpan): void {
    this.typed = this.#folded.source.slice(span.start, span.end);
    this.#locate(span.start);
    if (this.places[this.at]?.start !== span.start) {
      this.places = [span];
      this.at = 0;
    }
    this.selected = null;
    this.#tell();
  }

  #tell(): void {
    const place = this.places[this.at];
    const text = place === undefined ? '' : this.#folded.source.slice(place.start, place.end);
    this.dispatchEvent(
      new QuotationChangeEvent(
        place === undefined || text.length > curatedLimits.text
          ? null
          : { documentId: this.documentId, ...place, text },
      ),
    );
  }

  /** What was selected last can be taken, also after a tap on the button has taken the selection away. */
  readonly #onSelection = (): void => {
    const span = this.view?.selectedSpan() ?? null;
    this.selected = (span === null ? null : trimmedSpan(this.#folded.source, span)) ?? this.selected;
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
      await this.view?.updateComplete;
      this.view?.showMatch();
    });
  }

  readonly #find = (): void => {
    this.finding = true;
    this.findBar?.focus();
  };

  #closeFind(): void {
    this.finding = false;
    this.#search.clear();
    this.view?.focus();
  }
}

/** Else a press on the button would take away what it is about. */
function keepSelection(event: Event): void {
  event.preventDefault();
}
