import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CollectionsChangeEvent } from '../../events';
import type { Collection } from '../../state';
import { base } from '../../themes';
import { choice } from '../styles';
import '../collection-checks/collection-checks';
import { CurationElement } from '../curation-element';
import { styles } from './curated-audience.styles';

/**
 * Whose askers are given an answer: everybody, or those of some collections.
 *
 * @event passim-collections-change - Others were chosen; none for everybody.
 */
export class CuratedAudienceElement extends CurationElement {
  static override readonly styles = [base, choice, styles];

  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property() problem: string | null = null;

  /** Some are wanted, though none may be chosen yet. */
  @state() private some = false;

  /** False while some are wanted and none is chosen. */
  get complete(): boolean {
    return !this.some || this.chosen.length > 0;
  }

  override render(): TemplateResult {
    const { form } = this.words;
    const { problem } = this;
    return html`<fieldset aria-describedby=${problem === null ? nothing : 'problem'}>
      <legend>${form.collections}</legend>
      ${this.#where(false, form.everywhere)} ${this.#where(true, form.only)}
      ${
        this.some
          ? html`<passim-collection-checks
                .collections=${this.collections}
                .chosen=${this.chosen}
                @passim-collections-change=${(event: CollectionsChangeEvent) => {
                  event.stopPropagation();
                  this.#tell(event.collectionIds);
                }}
              ></passim-collection-checks>
              <p class="hint">${form.collectionsHint}</p>`
          : nothing
      }
      ${problem === null ? nothing : html`<p class="problem" id="problem" role="alert">${problem}</p>`}
    </fieldset>`;
  }

  #where(some: boolean, label: string): TemplateResult {
    return html`<label class="choice">
      <input type="radio" name="where" .checked=${this.some === some} @change=${() => {
        this.some = some;
        this.#tell(some ? this.chosen : []);
      }} />
      <span>${label}</span>
    </label>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input:checked')?.focus();
  }

  protected override willUpdate(): void {
    this.some ||= this.chosen.length > 0;
  }

  #tell(collectionIds: readonly string[]): void {
    this.chosen = collectionIds;
    this.dispatchEvent(new CollectionsChangeEvent(collectionIds));
  }
}
