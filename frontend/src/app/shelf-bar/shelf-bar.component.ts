import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PassimElement } from '../../components';
import { ShelfChoiceEvent } from '../../events';
import { type Shelf, type ShelfChoice, type ShelfSort, type ShelfStatus, wholeShelf } from '../../state';
import { base } from '../../themes';
import { styles } from './shelf-bar.styles';

const statuses: readonly ShelfStatus[] = ['all', 'underway', 'failed'];
const sorts: readonly ShelfSort[] = ['added', 'name', 'date', 'folder'];

/**
 * Which documents are shown, and in which order.
 *
 * @event passim-shelf-choice - Others, or in another order.
 */
export class ShelfBarElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) shelf: Shelf | null = null;
  @property({ attribute: false }) choice: ShelfChoice = wholeShelf;

  override render(): TemplateResult {
    const { shelf: words, library } = this.terms;
    const { shelf, choice } = this;
    const tags = shelf?.tags ?? [];
    return html`<input
        type="search"
        aria-label=${library.filter}
        placeholder=${library.filter}
        .value=${choice.text}
        @input=${(event: Event) => {
          this.#choose({ text: (event.target as HTMLInputElement).value });
        }}
      />
      ${
        tags.length === 0
          ? nothing
          : this.#select(
              words.tag,
              choice.tag ?? '',
              [['', words.anyTag], ...tags.map((tag) => [tag, tag] as const)],
              (tag) => {
                this.#choose({ tag: tag === '' ? null : tag });
              },
            )
      }
      ${this.#select(
        words.status,
        choice.status,
        statuses.map((status) => [status, this.#statusLabel(status)]),
        (status) => {
          this.#choose({ status });
        },
      )}
      ${this.#select(
        words.sort,
        choice.sort,
        sorts.map((sort) => [sort, words.sorts[sort]]),
        (sort) => {
          this.#choose({ sort });
        },
      )}
      ${this.#count()}`;
  }

  #select<T extends string>(
    label: string,
    chosen: T,
    options: readonly (readonly [T, string])[],
    onChoice: (value: T) => void,
  ): TemplateResult {
    return html`<select
      aria-label=${label}
      @change=${(event: Event) => {
        onChoice((event.target as HTMLSelectElement).value as T);
      }}
    >
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>`;
  }

  #statusLabel(status: ShelfStatus): string {
    const { statuses: words } = this.terms.shelf;
    const count = status === 'all' ? 0 : (this.shelf?.[status] ?? 0);
    return count === 0 ? words[status] : `${words[status]} (${count})`;
  }

  #count(): TemplateResult {
    const { shelf: words } = this.terms;
    const { shown = 0, total = 0 } = this.shelf ?? {};
    const limited = shown < total;
    return html`<p class="count">
      <span role="status">${limited ? words.shown(shown, total) : ''}</span>
      ${
        limited
          ? html`<button class="quiet" type="button" @click=${() => {
              this.#choose({ ...wholeShelf, sort: this.choice.sort });
            }}>${words.showAll}</button>`
          : nothing
      }
    </p>`;
  }

  #choose(change: Partial<ShelfChoice>): void {
    const { text, tag, status, sort } = { ...this.choice, ...change };
    this.dispatchEvent(new ShelfChoiceEvent(text, tag, status, sort));
  }
}
