import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { documentPath, PassimElement, trashIcon } from '../../components';
import {
  DocumentActionEvent,
  type DocumentActionName,
  type MenuSelectEvent,
  TagSelectEvent,
} from '../../events';
import { formatDate, formatShare, formatTime, problemText } from '../../i18n';
import { type DocumentRecord, isOriginalKept, isUnderway, sameEntry, type ShelfEntry, titleOf } from '../../state';
import { base, progress } from '../../themes';
import { causeLine } from '../cause-line';
import { entry } from '../styles';
import '../menu/menu';
import { documentFacts } from './document-facts';
import { documentMenu, isAction } from './document-menu';
import { rowStyles } from './row.styles';


/**
 * One document: what it is, how far it has come, why it failed if it did, and the versions before it.
 *
 * @event passim-document-action - Something should be done with it.
 * @event passim-tag-select - One of its tags was chosen.
 */
export class DocumentRowElement extends PassimElement {
  static override readonly styles = [base, entry, progress, rowStyles];

  @property({
    attribute: false,
    hasChanged: (next: ShelfEntry | null, before: ShelfEntry | null | undefined) =>
      !sameEntry(next, before ?? null),
  })
  entry: ShelfEntry | null = null;
  /** Where the file of a document is had from, by its id. */
  @property({ attribute: false }) originalUrl: (documentId: string) => string = () => '';
  /** Whether a heading above says which folder it is in. */
  @property({ type: Boolean }) foldered = false;

  @state() private unfolded = false;

  override render(): TemplateResult {
    const { entry, terms } = this;
    if (entry === null) {
      return html``;
    }
    const { document } = entry;
    const title = titleOf(document);
    return html`<div class="what">
        <p class="title">${this.#title(document, title)}</p>
        <p class="meta">
          ${documentFacts(document, this.foldered, terms).map((fact) => html`<span>${fact}</span>`)}
        </p>
        ${this.#tags(document)} ${this.#relation(entry)} ${this.#problem(document)}
        ${this.#unread(document)}
        ${this.#versions(entry)}
      </div>
      ${this.#status(entry)}
      <passim-menu
        .label=${terms.shelf.actions(title)}
        .items=${documentMenu(document, this.originalUrl(document.id), terms)}
        @passim-menu-select=${this.#onMenu}
      ></passim-menu>`;
  }

  #title({ id, status }: DocumentRecord, title: string): TemplateResult {
    return status === 'ready' || status === 'superseded'
      ? html`<a href=${documentPath(id)}>${title}</a>`
      : html`<span>${title}</span>`;
  }

  #tags({ tags }: DocumentRecord): TemplateResult | typeof nothing {
    const { shelf } = this.terms;
    return tags.length === 0
      ? nothing
      : html`<div class="tags">
          ${tags.map(
            (tag) =>
              html`<button
                class="tag"
                type="button"
                title=${shelf.showTagged(tag)}
                @click=${() => this.dispatchEvent(new TagSelectEvent(tag))}
              >
                ${tag}
              </button>`,
          )}
        </div>`;
  }

  /** Of another document that it is the same as, or takes the place of, or has given its place to. */
  #relation({ document, original, replaced }: ShelfEntry): TemplateResult | typeof nothing {
    const { shelf } = this.terms;
    if (document.duplicateOf !== null) {
      const name = original === null ? shelf.duplicateUnknown : `“${titleOf(original)}”`;
      return html`<p class="note">
        ${shelf.duplicateOf} <a href=${documentPath(document.duplicateOf)}>${name}</a>
      </p>`;
    }
    if (replaced !== null) {
      const state = document.status === 'failed' ? shelf.newVersionFailed : shelf.newVersionUnderway;
      return html`<p class="meta">
        ${shelf.newVersionOf}
        <a href=${documentPath(replaced.id)}>${`“${titleOf(replaced)}”`}</a>, ${state}
      </p>`;
    }
    return document.status === 'superseded' && document.supersededBy !== null
      ? html`<p class="note">
          ${shelf.successor}
          <a href=${documentPath(document.supersededBy)}>${this.terms.answer.openNewer}</a>
        </p>`
      : nothing;
  }

  #problem(document: DocumentRecord): TemplateResult | typeof nothing {
    const { status, problem } = document;
    if (problem === null || status !== 'failed') {
      return nothing;
    }
    return html`<p class=${problem.code === 'cancelled' ? 'meta' : 'problem'}>
        ${problemText(this.terms, problem.code, problem.detail)}
      </p>
      ${causeLine(problem)}
      ${
        isOriginalKept(document)
          ? html`<div>
              <button class="link" type="button" @click=${() => {
                this.#act('ingest');
              }}>${this.terms.app.tryAgain}</button>
            </div>`
          : nothing
      }`;
  }

  #unread({ pages, pagesWithoutText = 0 }: DocumentRecord): TemplateResult | typeof nothing {
    return pagesWithoutText === 0
      ? nothing
      : html`<p class="note">${this.terms.library.pagesWithoutText(pagesWithoutText, pages ?? 0)}</p>`;
  }

  #versions({ document, older }: ShelfEntry): TemplateResult | typeof nothing {
    const { shelf } = this.terms;
    if (older.length === 0) {
      return nothing;
    }
    return html`<button
        class="link older"
        type="button"
        aria-expanded=${this.unfolded}
        @click=${() => (this.unfolded = !this.unfolded)}
      >
        ${shelf.older(older.length)}
      </button>
      ${
        this.unfolded
          ? html`<ul class="versions" aria-label=${shelf.olderTitle(titleOf(document))}>
            ${older.map((version) => this.#version(version))}
          </ul>`
          : nothing
      }`;
  }

  #version(version: DocumentRecord): TemplateResult {
    const { library, language } = this.terms;
    const added = library.added(formatDate(language, version.uploadedAt));
    const remove = library.remove(`${titleOf(version)}, ${added}`);
    return html`<li>
      <span>
        <a href=${documentPath(version.id)}>${titleOf(version)}</a>
        <span class="meta">${added}</span>
      </span>
      <button
        class="icon"
        type="button"
        title=${remove}
        aria-label=${remove}
        @click=${() => this.dispatchEvent(new DocumentActionEvent('remove', version.id))}
      >
        ${trashIcon}
      </button>
    </li>`;
  }

  /** Of reading, a share is told; indexing comes last and has none that would be honest. */
  #status({ document, place }: ShelfEntry): TemplateResult {
    const { library, shelf, language } = this.terms;
    const { status, progress, startedAt, problem } = document;
    const stopped = status === 'failed' && problem?.code === 'cancelled';
    const share = progress ?? 0;
    const reading = status === 'parsing' && share > 0;
    const text =
      status === 'queued' && place !== null
        ? shelf.place(place)
        : `${stopped ? shelf.stopped : library.statuses[status]}${reading ? `, ${formatShare(language, share)}` : ''}`;
    return html`<div class=${stopped ? 'status' : `status ${status}`}>
      <span>${text}</span>
      ${reading ? html`<progress max="1" .value=${share} aria-label=${text}></progress>` : nothing}
      ${
        startedAt !== null && status !== 'queued' && isUnderway(document)
          ? html`<span class="since">${shelf.since(formatTime(language, startedAt))}</span>`
          : nothing
      }
    </div>`;
  }

  #onMenu({ item }: MenuSelectEvent): void {
    if (isAction(item)) {
      this.#act(item);
    }
  }

  #act(action: DocumentActionName): void {
    if (this.entry !== null) {
      this.dispatchEvent(new DocumentActionEvent(action, this.entry.document.id));
    }
  }
}
