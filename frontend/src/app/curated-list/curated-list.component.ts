import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CuratedApi } from '../../connection/curation';
import { GoEvent, type MenuSelectEvent } from '../../events';
import { formatDate } from '../../i18n';
import type { Collection } from '../../state';
import {
  chosenEntries,
  type CuratedAnswer,
  type CuratedEntry,
  curatedEntries,
  type CuratedShow,
} from '../../state/curation';
import { base } from '../../themes';
import { entry, filterBar } from '../styles';
import { collectionNames } from '../collection-names';
import { CurationListElement, type RemovalQuestion } from '../curation-list-element';
import '../menu/menu';
import { curatedPath, newEntry, reviewsPath } from '../router';
import { styles } from './curated-list.styles';

const shows: readonly CuratedShow[] = ['all', 'given', 'stale'];

/** The curated answers, last changed first, with a search among them. */
export class CuratedListElement extends CurationListElement<CuratedEntry> {
  static override readonly styles = [base, entry, filterBar, styles];

  @property({ attribute: false }) api!: CuratedApi;
  @property({ attribute: false }) collections: readonly Collection[] = [];

  @state() private query = '';
  @state() private show: CuratedShow = 'all';

  override render(): TemplateResult {
    const { words, items: entries } = this;
    return html`<h1>${words.title}</h1>
      <p class="soft">${words.intro}</p>
      <p class="add">
        <a class="button" href=${curatedPath(newEntry)}>${words.add}</a>
        <a class="quiet" href=${reviewsPath('open')}>${words.reviews.title}</a>
      </p>
      ${this.renderProblem()}
      ${
        entries === null
          ? this.renderWaiting()
          : entries.length === 0
            ? html`<p class="soft">${words.list.none}</p>`
            : this.#chosen(entries)
      }
      ${this.renderConfirmation()}`;
  }

  #chosen(entries: readonly CuratedEntry[]): TemplateResult {
    const { list } = this.words;
    const chosen = chosenEntries(entries, this.query, this.show);
    return html`<div class="bar">
        <input
          type="search"
          autocomplete="off"
          aria-label=${list.search}
          placeholder=${list.search}
          .value=${this.query}
          @input=${({ target }: Event) => {
            this.query = (target as HTMLInputElement).value;
            this.showFirst();
          }}
        />
        <select
          aria-label=${list.show}
          @change=${({ target }: Event) => {
            this.show = shows.find((show) => show === (target as HTMLSelectElement).value) ?? 'all';
            this.showFirst();
          }}
        >
          ${shows.map((show) => html`<option value=${show} ?selected=${show === this.show}>${list.shows[show]}</option>`)}
        </select>
      </div>
      <p class="count" role="status">
        ${chosen.length === 0 ? list.noMatch : list.shown(chosen.length, entries.length)}
      </p>
      <ul>
        ${repeat(
          this.shownOf(chosen),
          ({ answer }) => answer.id,
          (entry) => html`<li>${this.#entry(entry)}</li>`,
        )}
      </ul>
      ${this.renderMore(chosen.length)}`;
  }

  #entry(entry: CuratedEntry): TemplateResult {
    const { words } = this;
    const { answer } = entry;
    const { id, question, text, citation, state: standing } = answer;
    const path = curatedPath(id);
    return html`<div class="what">
        <p class="title"><a href=${path}>${question}</a></p>
        ${text === null ? nothing : html`<p class=${citation === null ? 'text own' : 'text'}>${text}</p>`}
        <p class="meta">${this.#facts(answer).map((fact) => html`<span>${fact}</span>`)}</p>
        ${standing === 'current' ? nothing : html`<p class="stale">${words.stale[standing].label}</p>`}
      </div>
      <passim-menu
        .label=${words.list.edit(question)}
        .items=${[
          { id: 'edit', label: words.list.editShort },
          { id: 'remove', label: words.list.removeShort, danger: true },
        ]}
        @passim-menu-select=${({ item }: MenuSelectEvent) => {
          if (item === 'remove') {
            this.removing = entry;
          } else {
            this.dispatchEvent(new GoEvent(path));
          }
        }}
      ></passim-menu>`;
  }

  #facts(answer: CuratedAnswer): readonly (TemplateResult | string)[] {
    const { list } = this.words;
    const { citation, paraphrases, collectionIds, updatedAt } = answer;
    return [
      citation === null
        ? list.own
        : citation.filename === null
          ? `${list.quoted} ${list.gone}`
          : html`${list.quoted} <a href=${citation.link}>${citation.title ?? citation.filename}</a>`,
      ...(paraphrases.length === 0 ? [] : [list.paraphrases(paraphrases.length)]),
      collectionIds.length === 0
        ? list.everywhere
        : list.within(collectionNames(collectionIds, this.collections)),
      list.changed(formatDate(this.terms.language, updatedAt)),
    ];
  }

  protected override async fetchItems(): Promise<readonly CuratedEntry[]> {
    return curatedEntries(await this.api.list());
  }

  protected override removeItem({ answer }: CuratedEntry): Promise<void> {
    return this.api.remove(answer.id);
  }

  protected override removalQuestion({ answer }: CuratedEntry): RemovalQuestion {
    const { list } = this.words;
    return { heading: list.removeTitle, text: list.removeText(answer.question), action: list.removeConfirm };
  }
}
