import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { CollectionChoiceEvent } from '../../events';
import type { Collection } from '../../state';
import { base } from '../../themes';
import { styles } from './collection-choice.styles';

/**
 * Which collection the next question searches.
 *
 * @event passim-collection-choice - Another one was chosen.
 */
export class CollectionChoiceElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property() chosen: string | null = null;

  override render(): TemplateResult {
    const { chat } = this.terms;
    return html`<label>
      ${chat.searchIn}
      <select @change=${this.#onChange}>
        <option value="" ?selected=${this.chosen === null}>${chat.allCollections}</option>
        ${this.collections.map(
          ({ id, name }) =>
            html`<option value=${id} ?selected=${id === this.chosen}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #onChange({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.dispatchEvent(new CollectionChoiceEvent(value === '' ? null : value));
  }
}
