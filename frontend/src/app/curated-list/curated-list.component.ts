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
import { collectionNames } from '../collection-names';
import '../confirm/confirm';
import { CurationElement } from '../curation-element';
import '../menu/menu';
import { curatedPath, newEntry, reviewsPath } from '../router';
import { styles } from './curated-list.styles';

const atOnce = 50;
const shows: readonly CuratedShow[] = ['all', 'given', 'stale'];

/** The curated answers, last changed first, with a search among them. */
export class CuratedListElement extends CurationElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: CuratedApi;
  @property({ attribute: false }) collections: readonly Collection[] = [];

  @state() private entries: readonly CuratedEntry[] | null = null;
  @state() private query = '';
  @state() private show: CuratedShow = 'all';
  @state() private limit = atOnce;
  @state() private problem: string | null = null;
  @state() private removing: CuratedAnswer | null = null;

  override render(): TemplateResult {
    const { words, entries } = this;
    return html`<h1>${words.title}</h1>
      <p class="soft">${words.intro}</p>
      <p class="add">
        <a class="button" href=${curatedPath(newEntry)}>${words.add}</a>
        <a class="quiet" href=${reviewsPath('open')}>${words.reviews.title}</a>
      </p>
      ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
      ${
        entries === null
          ? this.#instead()
          : entries.length === 0
            ? html`<p class="soft">${words.list.none}</p>`
            : this.#chosen(entries)
      }
      ${this.#confirmation()}`;
  }

  #instead(): TemplateResult {
    const { app } = this.terms;
    return this.problem === null
      ? html`<p class="soft">${app.loading}</p>`
      : html`<button class="button plain" type="button" @click=${() => void this.#load()}>${app.tryAgain}</button>`;
  }

  #chosen(entries: readonly CuratedEntry[]): TemplateResult {
    const { list } = this.words;
    const chosen = chosenEntries(entries, this.query, this.show);
    const rest = chosen.length - this.limit;
    return html`<div class="bar">
        <input
          type="search"
          autocomplete="off"
          aria-label=${list.search}
          placeholder=${list.search}
          .value=${this.query}
          @input=${({ target }: Event) => {
            this.query = (target as HTMLInputElement).value;
            this.limit = atOnce;
          }}
        />
        <select
          aria-label=${list.show}
          @change=${({ target }: Event) => {
            this.show = shows.find((show) => show === (target as HTMLSelectElement).value) ?? 'all';
            this.limit = atOnce;
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
          chosen.slice(0, this.limit),
          ({ answer }) => answer.id,
          ({ answer }) => html`<li>${this.#entry(answer)}</li>`,
        )}
      </ul>
      ${
        rest <= 0
          ? nothing
          : html`<button class="button plain" type="button" @click=${() => (this.limit += atOnce)}>
              ${list.more(Math.min(rest, atOnce))}
            </button>`
      }`;
  }

  #entry(answer: CuratedAnswer): TemplateResult {
    const { words } = this;
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
            this.removing = answer;
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

  #confirmation(): TemplateResult | typeof nothing {
    const { list } = this.words;
    const { removing } = this;
    return removing === null
      ? nothing
      : html`<passim-confirm
          .heading=${list.removeTitle}
          .text=${list.removeText(removing.question)}
          .action=${list.removeConfirm}
          @passim-confirm=${() => void this.#remove(removing.id)}
          @passim-cancel=${() => (this.removing = null)}
        ></passim-confirm>`;
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.entries = curatedEntries(await this.api.list());
      this.problem = null;
    } catch (error) {
      this.problem = this.problemText(error);
    }
  }

  async #remove(id: string): Promise<void> {
    this.removing = null;
    try {
      await this.api.remove(id);
    } catch (error) {
      this.problem = this.problemText(error);
      return;
    }
    await this.#load();
  }
}
