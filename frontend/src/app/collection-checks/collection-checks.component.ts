import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { CollectionsChangeEvent } from '../../events';
import type { Collection } from '../../state';
import { base } from '../../themes';
import { choice } from '../styles';
import { styles } from './collection-checks.styles';

/**
 * The collections, to choose some of.
 *
 * @event passim-collections-change - Others are chosen.
 */
export class CollectionChecksElement extends PassimElement {
  static override readonly styles = [base, choice, styles];

  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];

  override render(): TemplateResult {
    const { library } = this.terms;
    const gone = this.chosen.filter((id) => !this.collections.some((known) => known.id === id));
    return html`${this.collections.map(({ id, name, documents, passages }) =>
      this.#collection(id, name, library.counts(documents, passages)),
    )}
    ${gone.map((id) => this.#collection(id, id, null))}`;
  }

  /** Those that are gone have nothing to count, but can be taken away. */
  #collection(id: string, name: string, counts: string | null): TemplateResult {
    const chosen = this.chosen.includes(id);
    return html`<label class="choice">
      <input type="checkbox" .checked=${chosen} @change=${() => {
        this.#tell(chosen ? this.chosen.filter((other) => other !== id) : [...this.chosen, id]);
      }} />
      <span>${name}${counts === null ? nothing : html`<span class="hint">${counts}</span>`}</span>
    </label>`;
  }

  #tell(collectionIds: readonly string[]): void {
    this.chosen = collectionIds;
    this.dispatchEvent(new CollectionsChangeEvent(collectionIds));
  }
}
