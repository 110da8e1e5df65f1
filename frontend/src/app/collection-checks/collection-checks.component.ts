import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CollectionsChangeEvent } from '../../events';
import type { Collection } from '../../state';
import { base } from '../../themes';
import { CurationElement } from '../curation-element';
import { styles } from './collection-checks.styles';

/**
 * Whose askers are given an answer: everybody, or those of some collections.
 *
 * @event passim-collections-change - Others were chosen; none for everybody.
 */
export class CollectionChecksElement extends CurationElement {
  static override readonly styles = [base, styles];

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
          ? html`<div class="collections">
              ${this.#known().map(({ id, name }) => this.#collection(id, name))}
              <p class="hint">${form.collectionsHint}</p>
            </div>`
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

  #collection(id: string, name: string): TemplateResult {
    const chosen = this.chosen.includes(id);
    return html`<label class="choice">
      <input type="checkbox" .checked=${chosen} @change=${() => {
        this.#tell(chosen ? this.chosen.filter((other) => other !== id) : [...this.chosen, id]);
      }} />
      <span>${name}</span>
    </label>`;
  }

  /** Those that are gone too, so that they can be taken away. */
  #known(): readonly Pick<Collection, 'id' | 'name'>[] {
    const gone = this.chosen.filter((id) => !this.collections.some((known) => known.id === id));
    return [...this.collections, ...gone.map((id) => ({ id, name: id }))];
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
