import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { nextIcon, previousIcon } from '../../components';
import type { PassimApi } from '../../connection';
import { QuotationChangeEvent, type SpanTakeEvent } from '../../events';
import { problemText } from '../../i18n';
import { type CharSpan, fold, type FoldedText, matchFrom } from '../../state';
import { curatedLimits, locateWords, pageAt, type QuotedPlace } from '../../state/curation';
import { base } from '../../themes';
import { CurationElement } from '../curation-element';
import '../quotation-text/quotation-text';
import { loadDocument, type Loaded, type OpenDocument } from '../viewer-page/load-document';
import { styles } from './quotation-choice.styles';

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

  #folded: FoldedText = fold('', 'spaced');

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
      <passim-quotation-text
        .document=${open.document}
        .text=${open.text}
        .places=${this.places}
        .at=${this.at}
        @passim-span-take=${this.#take}
      ></passim-quotation-text>`;
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

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
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
    const loaded = await loadDocument(this.api, id);
    if (id !== this.documentId) {
      return;
    }
        this.loaded = loaded;
    this.#folded = fold(loaded.kind === 'open' ? loaded.text.text : '', 'spaced');
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

  #take({ start, end }: SpanTakeEvent): void {
    this.typed = this.#folded.source.slice(start, end);
    this.#locate(start);
    if (this.places[this.at]?.start !== start) {
      this.places = [{ start, end }];
      this.at = 0;
    }
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
}
