import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { PassimElement } from '../../components';
import { type PassimApi, problemOf } from '../../connection';
import type {
  CollectionCreateEvent,
  CollectionRemoveEvent,
  CollectionSelectEvent,
  DocumentActionEvent,
  DocumentEdit,
  FilesChosenEvent,
  ShelfChoiceEvent,
  TagSelectEvent,
  UploadActionEvent,
} from '../../events';
import { problemText } from '../../i18n';
import {
  arrangeShelf,
  type Collection,
  type DocumentRecord,
  type ShelfChoice,
  type ShelfEntry,
  type ShelfGroup,
  wholeShelf,
} from '../../state';
import { base } from '../../themes';
import '../collection-list/collection-list';
import '../confirm/confirm';
import type { DocumentEditElement } from '../document-edit/document-edit';
import '../document-edit/document-edit';
import '../document-row/document-row';
import '../drop-zone/drop-zone';
import '../queue-line/queue-line';
import { libraryPath } from '../router';
import '../shelf-bar/shelf-bar';
import { toastStyles } from '../styles';
import '../threshold-line/threshold-line';
import { toast } from '../toast';
import '../upload-panel/upload-panel';
import type { Uploads } from '../uploads/uploads';
import { LibraryController } from './library-controller';
import { styles } from './library-page.styles';
import { type Removal, removalQuestion } from './removal';
import { applyToUploads } from './upload-actions';

const barFrom = 8;

/** The documents: collections beside, uploads and documents of the chosen one. */
export class LibraryPageElement extends PassimElement {
  static override readonly styles = [base, toastStyles, styles];

  @property({ attribute: false }) api!: PassimApi;
  @property({ attribute: false }) uploads!: Uploads;
  @property() collectionId: string | null = null;

  @state() private collections: readonly Collection[] | null = null;
  @state() private currentId: string | null = null;
  /** Why the page has nothing to show. */
  @state() private problem: string | null = null;
  /** Why the last thing that was asked for was not done. */
  @state() private refusal: string | null = null;
  @state() private removal: Removal | null = null;
  @state() private choice: ShelfChoice = wholeShelf;
  @state() private editing: DocumentRecord | null = null;
  @state() private editProblem: string | null = null;
  @state() private saving = false;
  @state() private knownTags: readonly string[] = [];
  @query('passim-document-edit') private editor!: DocumentEditElement | null;
  @query('#version') private versionInput!: HTMLInputElement;
  #replaced: DocumentRecord | null = null;

  readonly #originalUrl = (id: string): string => this.api.originalUrl(id).href;
  readonly #library = new LibraryController(
    this,
    () => ({ api: this.api, uploads: this.uploads }),
    {
      onListed: () => {
        this.problem = null;
      },
      onError: (error) => {
        this.problem = this.#text(error);
      },
      onSettled: () => void this.#refreshCollections(),
    },
  );

  override render(): TemplateResult {
    const { terms, collections } = this;
    const current = collections?.find((collection) => collection.id === this.currentId);
    return html`<aside>
        <passim-collection-list
          .collections=${collections ?? []}
          .currentId=${this.currentId}
          @passim-collection-select=${(event: CollectionSelectEvent) => {
            this.#open(event.id);
          }}
          @passim-collection-create=${this.#onCreate}
          @passim-collection-remove=${this.#onRemoveCollection}
        ></passim-collection-list>
      </aside>
      <section
        @passim-files-chosen=${this.#onFiles}
        @passim-upload-action=${this.#onUpload}
        @passim-document-action=${this.#onDocument}
        @passim-tag-select=${(event: TagSelectEvent) => {
          this.choice = { ...this.choice, tag: event.tag };
        }}
        @passim-shelf-choice=${({ text, tag, status, sort }: ShelfChoiceEvent) => {
          this.choice = { text, tag, status, sort };
        }}
      >
        <h1>${current?.name ?? terms.library.title}</h1>
        <passim-threshold-line
          .collection=${current ?? null}
          @passim-threshold-reset=${() => void this.#resetThreshold()}
        ></passim-threshold-line>
        ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
        ${current === undefined ? this.#noCollection() : this.#documents(current.id)}
        <input id="version" type="file" hidden aria-label=${terms.shelf.newVersion} @change=${this.#onVersion} />
      </section>
      ${this.#confirmation()} ${this.#editor()} ${toast(this.refusal, this.terms, () => (this.refusal = null))}`;
  }

  #noCollection(): TemplateResult {
    const { app, library } = this.terms;
    if (this.collections === null) {
      return this.problem === null
        ? html`<p class="soft">${app.loading}</p>`
        : html`<button class="button plain" type="button" @click=${() => void this.#start()}>${app.tryAgain}</button>`;
    }
    return html`<p class="soft">${library.noCollections}</p>`;
  }

  #documents(collectionId: string): TemplateResult {
    const { library, language } = this.terms;
    const { documents, loaded } = this.#library.state;
    const uploads = this.uploads.ofCollection(collectionId);
    const empty = loaded && documents.size === 0 && uploads.length === 0;
    const waiting = this.#library.queue?.waiting ?? null;
    const shelf = arrangeShelf(documents, this.choice, language, waiting);
    return html`${
      empty
        ? html`<div class="empty">
            <h2>${library.emptyTitle}</h2>
            <p class="soft">${library.emptyText}</p>
          </div>`
        : nothing
    }
      <passim-drop-zone ?large=${empty}></passim-drop-zone>
      <passim-upload-panel
        .uploads=${uploads}
        .workPerSecond=${this.uploads.workPerSecond}
      ></passim-upload-panel>
      <passim-queue-line .queue=${this.#library.queue}></passim-queue-line>
      ${
        documents.size < barFrom && shelf.shown === shelf.total
          ? nothing
          : html`<passim-shelf-bar .shelf=${shelf} .choice=${this.choice}></passim-shelf-bar>`
      }
      ${shelf.groups.map((group) => this.#group(group))}
      ${shelf.total > 0 && shelf.shown === 0 ? html`<p class="soft">${library.noMatch}</p>` : nothing}`;
  }

  #group({ folder, entries }: ShelfGroup): TemplateResult {
    const words = this.terms.shelf;
    const foldered = this.choice.sort === 'folder';
    return html`${foldered ? html`<h2 class="folder">${folder ?? words.noFolder}</h2>` : nothing}
      <ul aria-label=${foldered ? (folder ?? words.noFolder) : words.list}>
        ${repeat(
          entries,
          ({ document }) => document.id,
          (entry) => this.#row(entry, foldered),
        )}
      </ul>`;
  }

  #row(entry: ShelfEntry, foldered: boolean): TemplateResult {
    return html`<li>
      <passim-document-row
        .entry=${entry}
        .foldered=${foldered}
        .originalUrl=${this.#originalUrl}
      ></passim-document-row>
    </li>`;
  }

  #confirmation(): TemplateResult | typeof nothing {
    const { removal } = this;
    if (removal === null) {
      return nothing;
    }
    const { heading, text } = removalQuestion(removal, this.terms);
    return html`<passim-confirm
      .heading=${heading}
      .text=${text}
      .action=${this.terms.library.removeConfirm}
      @passim-confirm=${() => void this.#remove(removal)}
      @passim-cancel=${() => (this.removal = null)}
    ></passim-confirm>`;
  }

  #editor(): TemplateResult | typeof nothing {
    const { editing } = this;
    return editing === null
      ? nothing
      : html`<passim-document-edit
          .document=${editing}
          .knownTags=${this.knownTags}
          .saving=${this.saving}
          .problem=${this.editProblem}
          @passim-document-change=${({ change }: { readonly change: DocumentEdit }) =>
            void this.#save(editing.id, change)}
          @passim-cancel=${() => (this.editing = null)}
        ></passim-document-edit>`;
  }

  protected override firstUpdated(): void {
    void this.#start();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('collectionId') && this.collectionId !== null && this.collections !== null) {
      this.#open(this.collectionId);
    }
  }

  async #start(): Promise<void> {
    await this.#refreshCollections();
    const ids = this.collections?.map((collection) => collection.id) ?? [];
    const wanted = this.currentId ?? this.collectionId;
    const id = wanted !== null && ids.includes(wanted) ? wanted : ids[0];
    if (id !== undefined) {
      this.#open(id);
    }
  }

  #open(id: string): void {
    if (id !== this.currentId) {
      this.currentId = id;
      this.choice = wholeShelf;
      this.problem = null;
      this.refusal = null;
      history.replaceState(null, '', libraryPath(id));
      this.#library.open(id);
    }
  }

  async #refreshCollections(): Promise<void> {
    try {
      this.collections = await this.api.collections();
      this.problem = null;
    } catch (error) {
      this.problem = this.#text(error);
    }
  }

  #onFiles({ files }: FilesChosenEvent): void {
    if (this.currentId !== null) {
      this.uploads.add(this.currentId, files);
    }
  }

  #onUpload({ action, id }: UploadActionEvent): void {
    if (this.currentId !== null) {
      applyToUploads(this.uploads, this.currentId, action, id);
    }
  }

  #onDocument({ action, id }: DocumentActionEvent): void {
    const document = this.#library.state.documents.get(id);
    if (document === undefined) {
      return;
    }
    switch (action) {
      case 'edit':
        this.#edit(document);
        break;
      case 'replace':
        this.#replaced = document;
        this.versionInput.click();
        break;
      case 'ingest':
        void this.#attempt(() => this.#library.ingest(id));
        break;
      case 'cancel':
        void this.#attempt(() => this.#library.cancel(id));
        break;
      case 'remove':
        this.removal = { kind: 'document', document, older: this.#olderOf(id) };
        break;
    }
  }

  /** The new version goes into the folder of the old one, and takes its place once it is ready. */
  #onVersion(): void {
    const [file] = this.versionInput.files ?? [];
    const replaced = this.#replaced;
    if (file !== undefined && replaced !== null) {
      const { collectionId, folder, id } = replaced;
      this.uploads.add(collectionId, [{ file, folder: folder === '' ? null : folder }], id);
    }
    this.versionInput.value = '';
    this.#replaced = null;
  }

  #edit(document: DocumentRecord): void {
    this.editing = document;
    this.editProblem = null;
    this.saving = false;
    this.api.tags(document.collectionId).then(
      (tags) => (this.knownTags = tags.map(({ tag }) => tag)),
      () => (this.knownTags = []),
    );
  }

  async #save(id: string, change: DocumentEdit): Promise<void> {
    this.saving = true;
    this.editProblem = null;
    try {
      this.#library.put(await this.api.updateDocument(id, change));
      this.editor?.close();
      this.editing = null;
    } catch (error) {
      const { code, message } = problemOf(error);
      const text = this.#text(error);
      this.editProblem =
        code === 'metadata_invalid' && message !== '' ? `${text}\n${message}` : text;
    } finally {
      this.saving = false;
    }
  }

  #onCreate({ name, language }: CollectionCreateEvent): void {
    void this.#attempt(async () => {
      const { id } = await this.api.createCollection(name, language ?? undefined);
      await this.#refreshCollections();
      this.#open(id);
    });
  }

  async #resetThreshold(): Promise<void> {
    const { currentId } = this;
    if (currentId !== null) {
      await this.#attempt(async () => {
        await this.api.updateCollection(currentId, { threshold: null });
        await this.#refreshCollections();
      });
    }
  }

  #onRemoveCollection({ id }: CollectionRemoveEvent): void {
    const collection = this.collections?.find((candidate) => candidate.id === id);
    this.removal = collection === undefined ? null : { kind: 'collection', collection };
  }

  async #remove(removal: Removal): Promise<void> {
    this.removal = null;
    await this.#attempt(async () => {
      if (removal.kind === 'document') {
        await this.#library.remove(removal.document.id);
        return;
      }
      await this.api.deleteCollection(removal.collection.id);
      this.currentId = null;
      await this.#start();
    });
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.refusal = null;
    } catch (error) {
      this.refusal = this.#text(error);
    }
  }

  #text(error: unknown): string {
    const { code, message } = problemOf(error);
    return problemText(this.terms, code, message);
  }

  #olderOf(id: string): number {
    const { groups } = arrangeShelf(this.#library.state.documents, wholeShelf, 'en');
    const entry = groups
      .flatMap(({ entries }) => entries)
      .find(({ document }) => document.id === id);
    return entry?.older.length ?? 0;
  }
}
