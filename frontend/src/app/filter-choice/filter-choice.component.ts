import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { closeIcon, filterIcon, PassimElement } from '../../components';
import { FiltersChangeEvent } from '../../events';
import {
  activeFilters,
  type FilterPart,
  filterParts,
  type Filters,
  isBackwards,
  noFilters,
  withoutPart,
} from '../../state';
import { base } from '../../themes';
import type { PopupElement } from '../popup/popup';
import '../popup/popup';
import { filterForm } from './filter-form';
import { styles } from './filter-choice.styles';
import { partText } from './part-text';

/**
 * What the next questions are limited to: one button, and what is active beside it.
 *
 * @event passim-filters-change - They are limited otherwise.
 */
export class FilterChoiceElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) filters: Filters = noFilters;
  /** Asked each time it is opened: tags in use, the most used first. */
  @property({ attribute: false }) loadTags: () => Promise<readonly string[]> = () =>
    Promise.resolve([]);

  /** What is limited, and for how long; the next questions unless something else is said. */
  @property() text: string | null = null;

  @state() private open = false;
  @state() private draft: Filters = noFilters;
  @state() private tags: readonly string[] | null = null;
  @query('.opener') private opener!: HTMLButtonElement;
  @query('passim-popup') private popup!: PopupElement | null;

  override render(): TemplateResult {
    const { filters: words } = this.terms;
    const parts = filterParts(this.filters);
    return html`<button
        class="quiet opener"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        aria-label=${parts.length === 0 ? nothing : words.active(parts.length)}
        @click=${this.#onOpen}
      >
        ${filterIcon}${words.button}
      </button>
      ${parts.map((part) => this.#chip(part))} ${this.open ? this.#popup() : nothing}`;
  }

  #chip(part: FilterPart): TemplateResult {
    const text = partText(part, this.terms);
    const remove = this.terms.filters.remove(text);
    return html`<button
      class="chip"
      type="button"
      title=${remove}
      aria-label=${remove}
      @click=${() => {
        this.#tell(withoutPart(this.filters, part));
        this.opener.focus();
      }}
    >
      <span>${text}</span>${closeIcon}
    </button>`;
  }

  #popup(): TemplateResult {
    const { draft, tags, terms } = this;
    return html`<passim-popup .label=${terms.filters.heading} .anchor=${this.opener} @passim-close=${this.#close}>
      ${filterForm(draft, tags, terms, this.text ?? terms.filters.text, (next) => {
        this.#change(next);
      })}
      <div class="actions">
        <button
          class="button plain"
          type="button"
          ?disabled=${activeFilters(draft) === null}
          @click=${() => {
            this.#change(noFilters);
          }}
        >
          ${terms.filters.clear}
        </button>
        <button class="button" type="button" @click=${this.#close}>${terms.filters.done}</button>
      </div>
    </passim-popup>`;
  }

  /** A further chip may have moved the button. */
  protected override updated(changed: PropertyValues<this>): void {
    if (this.open && changed.has('filters')) {
      requestAnimationFrame(() => this.popup?.place());
    }
  }

  readonly #onOpen = (): void => {
    this.draft = this.filters;
    this.open = true;
    void this.#refreshTags();
  };

  async #refreshTags(): Promise<void> {
    this.tags = await this.loadTags().catch(() => []);
  }

  /** A range that ends before it begins is shown as wrong, and the questions stay limited as they were. */
  #change(next: Filters): void {
    this.draft = activeFilters(next) ?? noFilters;
    if (!isBackwards(this.draft)) {
      this.#tell(this.draft);
    }
  }

  readonly #close = (): void => {
    this.open = false;
    this.popup?.close();
    this.opener.focus();
  };

  #tell(filters: Filters): void {
    this.dispatchEvent(new FiltersChangeEvent(filters));
  }
}
