import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { PassimElement, scopeText, searchIcon } from '../../components';
import { type PassimApi, problemOf, type SearchRequest } from '../../connection';
import type { CollectionChoiceEvent, FiltersChangeEvent } from '../../events';
import { formatMilliseconds, problemText } from '../../i18n';
import { searchTerms } from '../../i18n/search';
import {
  activeFilters,
  longestQuery,
  readSearchScope,
  searchLimits,
  searchPath,
  type SearchResult,
  type SearchScope,
} from '../../state';
import { base } from '../../themes';
import { page } from '../styles';
import { ShelfController } from '../chat-page/shelf-controller';
import '../collection-choice/collection-choice';
import '../filter-choice/filter-choice';
import '../search-hit/search-hit';
import { styles } from './search-page.styles';

type Outcome =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found';
      readonly scope: SearchScope;
      readonly result: SearchResult;
      readonly milliseconds: number;
    }
  | { readonly kind: 'failed'; readonly text: string };

/** The search bench: a query, and the passages that retrieval alone ranks for it, each with the parts of its score. */
export class SearchPageElement extends PassimElement {
  static override readonly styles = [base, page, styles];

  @property({ attribute: false }) api!: PassimApi;
  /** What the address asks for. */
  @property({ attribute: false }) scope: SearchScope = readSearchScope('');

  @state() private outcome: Outcome = { kind: 'none' };
  @state() private searching = false;
  @query('#query') private field!: HTMLInputElement;

  readonly #shelf = new ShelfController(this, () => this.api);
  #latest = 0;

  override render(): TemplateResult {
    const search = searchTerms(this.terms);
    const { scope } = this;
    return html`<section>
      <h1>${search.title}</h1>
      <p class="soft">${search.intro}</p>
      <form role="search" @submit=${this.#onSubmit}>
        <div class="line">
          <input
            id="query"
            type="search"
            enterkeyhint="search"
            autocomplete="off"
            maxlength=${longestQuery}
            aria-label=${search.field}
            placeholder=${search.field}
            .value=${scope.query}
          />
          <button class="button" type="submit">${searchIcon}${search.submit}</button>
        </div>
        <div class="options">
          <passim-collection-choice
            .collections=${this.#shelf.collections ?? []}
            .chosen=${scope.collectionId}
            @passim-collection-choice=${({ collectionId }: CollectionChoiceEvent) => {
              this.#go({ collectionId });
            }}
          ></passim-collection-choice>
          <label>
            ${search.limit}
            <select @change=${this.#onLimit}>
              ${searchLimits.map(
                (limit) =>
                  html`<option value=${limit} ?selected=${limit === scope.limit}>${limit}</option>`,
              )}
            </select>
          </label>
          <passim-filter-choice
            .filters=${scope.filters}
            .loadTags=${this.#loadTags}
            .text=${search.filtered}
            @passim-filters-change=${({ filters }: FiltersChangeEvent) => {
              this.#go({ filters });
            }}
          ></passim-filter-choice>
        </div>
      </form>
      <p class="summary" role="status">
        ${this.searching ? this.terms.app.loading : this.#summary(this.outcome)}
      </p>
      ${this.#among(this.outcome)}
      <div class="outcome" aria-busy=${this.searching}>${this.#outcome(this.outcome)}</div>
    </section>`;
  }

  #outcome(outcome: Outcome): TemplateResult | typeof nothing {
    const search = searchTerms(this.terms);
    const { app } = this.terms;
    switch (outcome.kind) {
      case 'none':
        return nothing;
      case 'failed':
        return html`<div class="problem" role="alert">
          <h2>${search.failed}</h2>
          <p>${outcome.text}</p>
          <button class="button plain" type="button" @click=${() => void this.#run()}>${app.tryAgain}</button>
        </div>`;
      case 'found':
        return outcome.result.passages.length === 0
          ? this.#none(outcome.scope)
          : this.#hits(outcome.result);
    }
  }

  #none(scope: SearchScope): TemplateResult {
    const search = searchTerms(this.terms);
    const { answer } = this.terms;
    return html`<h2>${search.noneTitle}</h2>
      ${
        this.#passagesIn(scope) === 0
          ? html`<p class="soft">
              ${answer.reasons.empty_collection} <a href="/library">${answer.upload}</a>
            </p>`
          : html`<p class="soft">${search.noneText}</p>`
      }`;
  }

  #hits({ passages, retrieval }: SearchResult): TemplateResult {
    const heaviest = Math.max(
      0,
      ...retrieval.flatMap(({ terms }) => terms.map(({ weight }) => weight)),
    );
    return html`<h2 class="hidden-text">${searchTerms(this.terms).results}</h2>
      <ol>
        ${passages.map(
          (passage, index) =>
            html`<li>
              <passim-search-hit
                .passage=${passage}
                .evidence=${retrieval[index] ?? null}
                .heaviest=${heaviest}
              ></passim-search-hit>
            </li>`,
        )}
      </ol>`;
  }

  /** How many were found, where, in what time, and in which state of the index. */
  #summary(outcome: Outcome): string {
    if (outcome.kind !== 'found') {
      return '';
    }
    const search = searchTerms(this.terms);
    const { language } = this.terms;
    const { scope, result, milliseconds } = outcome;
    return [
      `${search.found(result.passages.length)} ${this.#within(scope)}`,
      search.took(formatMilliseconds(language, milliseconds)),
      result.indexGeneration === null ? '' : search.generation(result.indexGeneration),
    ]
      .filter((fact) => fact !== '')
      .join(' · ');
  }

  #among(outcome: Outcome): TemplateResult | typeof nothing {
    const filters = outcome.kind === 'found' ? activeFilters(outcome.scope.filters) : null;
    return filters === null ? nothing : html`<p class="summary">${scopeText(filters, this.terms)}</p>`;
  }

  /** With filters nobody says how many passages are left. */
  #within(scope: SearchScope): string {
    const search = searchTerms(this.terms);
    const { collectionId } = scope;
    const passages = activeFilters(scope.filters) === null ? this.#passagesIn(scope) : null;
    const name =
      this.#shelf.collections?.find(({ id }) => id === collectionId)?.name ?? collectionId;
    return passages === null ? search.withinUnknown(name) : search.within(passages, name);
  }

  /** Null while the collections are unknown. */
  #passagesIn({ collectionId }: SearchScope): number | null {
    const { collections } = this.#shelf;
    return collections === null
      ? null
      : collections
          .filter(({ id }) => collectionId === null || id === collectionId)
          .reduce((sum, { passages }) => sum + passages, 0);
  }

  protected override firstUpdated(): void {
    void this.#shelf.refreshCollections();
    if (this.scope.query === '' && matchMedia('(hover: hover)').matches) {
      this.field.focus();
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scope')) {
      void this.#run();
    }
  }

  readonly #loadTags = (): Promise<readonly string[]> =>
    this.#shelf.tags(this.scope.collectionId === null ? [] : [this.scope.collectionId]);

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.#go({});
  }

  #onLimit({ target }: Event): void {
    this.#go({ limit: Number((target as HTMLSelectElement).value) });
  }

  /** Searches with what is typed, and makes the address say so. */
  #go(change: Partial<SearchScope>): void {
    const next = { ...this.scope, query: this.field.value.trim(), ...change };
    const path = searchPath(next);
    if (path !== location.pathname + location.search) {
      history.pushState(null, '', path);
    }
    this.scope = next;
  }

  async #run(): Promise<void> {
    const { scope } = this;
    const turn = ++this.#latest;
    this.searching = scope.query !== '';
    if (!this.searching) {
      this.outcome = { kind: 'none' };
      return;
    }
    const outcome = await this.#search(scope);
    if (turn === this.#latest) {
      this.outcome = outcome;
      this.searching = false;
    }
  }

  async #search(scope: SearchScope): Promise<Outcome> {
    const began = performance.now();
    try {
      const result = await this.api.search(requestOf(scope));
      return { kind: 'found', scope, result, milliseconds: performance.now() - began };
    } catch (error) {
      const { code, message } = problemOf(error);
      return { kind: 'failed', text: problemText(this.terms, code, message) };
    }
  }
}

function requestOf({ query, collectionId, filters, limit }: SearchScope): SearchRequest {
  const active = activeFilters(filters);
  return {
    query,
    limit,
    ...(collectionId === null ? {} : { collectionIds: [collectionId] }),
    ...(active === null ? {} : { filters: active }),
  };
}
