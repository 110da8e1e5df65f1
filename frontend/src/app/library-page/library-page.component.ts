import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { PassimElement } from '../../components';
import { type PassimApi, ProblemError } from '../../connection';
import type {
  CollectionCreateEvent,
  CollectionRemoveEvent,
  CollectionSelectEvent,
  DocumentRemoveEvent,
  FilesChosenEvent,
  UploadDismissEvent,
} from '../../events';
import { problemText } from '../../i18n';
import type { Collection, DocumentRecord } from '../../state';
import { base } from '../../themes';
import '../collection-list/collection-list';
import '../confirm/confirm';
import '../document-row/document-row';
import { titleOf } from '../document-row/document-row.component';
import '../drop-zone/drop-zone';
import { libraryPath } from '../router';
import '../upload-row/upload-row';
import { LibraryController } from './library-controller';
import { styles } from './library-page.styles';
import { type Removal, removalQuestion } from './removal';

const filterFrom = 8;

/** The documents: collections beside, uploads and documents of the chosen one. */
export class LibraryPageElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: PassimApi;
  @property() collectionId: string | null = null;

  @state() private collections: readonly Collection[] | null = null;
  @state() private currentId: string | null = null;
  @state() private problem: string | null = null;
  @state() private removal: Removal | null = null;
  @state() private filter = '';

  readonly #library = new LibraryController(
    this,
    () => this.api,
    (error) => {
      this.#fail(error);
    },
    () => void this.#refreshCollections(),
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
        @passim-upload-dismiss=${(event: UploadDismissEvent) => {
          this.#library.dismiss(event.id);
        }}
        @passim-document-remove=${this.#onRemoveDocument}
      >
        <h1>${current?.name ?? terms.library.title}</h1>
        ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
        ${current === undefined ? this.#noCollection() : this.#documents()}
      </section>
      ${this.#confirmation()}`;
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

  #documents(): TemplateResult {
    const { library } = this.terms;
    const { documents, uploads, loaded } = this.#library.state;
    const empty = loaded && documents.length === 0 && uploads.length === 0;
    const shown = documents.filter((document) => this.#matches(document));
    return html`${
      empty
        ? html`<div class="empty">
            <h2>${library.emptyTitle}</h2>
            <p class="soft">${library.emptyText}</p>
          </div>`
        : nothing
    }
      <passim-drop-zone ?large=${empty}></passim-drop-zone>
      ${
        documents.length < filterFrom
          ? nothing
          : html`<input
            class="filter"
            type="search"
            aria-label=${library.filter}
            placeholder=${library.filter}
            @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)}
          />`
      }
      <ul>
        ${repeat(
          uploads,
          (upload) => upload.id,
          (upload) => html`<li><passim-upload-row .upload=${upload}></passim-upload-row></li>`,
        )}
        ${repeat(
          shown,
          (document) => document.id,
          (document) =>
            html`<li>
              <passim-document-row
                .document=${document}
                .original=${this.#titleById(document.duplicateOf)}
              ></passim-document-row>
            </li>`,
        )}
      </ul>
      ${documents.length > 0 && shown.length === 0 ? html`<p class="soft">${library.noMatch}</p>` : nothing}`;
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
      this.filter = '';
      this.problem = null;
      history.replaceState(null, '', libraryPath(id));
      this.#library.open(id);
    }
  }

  async #refreshCollections(): Promise<void> {
    await this.#attempt(async () => {
      this.collections = await this.api.collections();
    });
  }

  #onFiles({ files }: FilesChosenEvent): void {
    if (this.currentId !== null) {
      this.#library.upload(this.currentId, files);
    }
  }

  #onCreate({ name, language }: CollectionCreateEvent): void {
    void this.#attempt(async () => {
      const { id } = await this.api.createCollection(name, language ?? undefined);
      await this.#refreshCollections();
      this.#open(id);
    });
  }

  #onRemoveCollection({ id }: CollectionRemoveEvent): void {
    const collection = this.collections?.find((candidate) => candidate.id === id);
    this.removal = collection === undefined ? null : { kind: 'collection', collection };
  }

  #onRemoveDocument({ id }: DocumentRemoveEvent): void {
    const document = this.#library.state.documents.find((candidate) => candidate.id === id);
    this.removal = document === undefined ? null : { kind: 'document', document };
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
      this.problem = null;
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const { code, message } =
      error instanceof ProblemError ? error : new ProblemError('network', 0, '');
    this.problem = problemText(this.terms, code, message);
  }

  #matches(document: DocumentRecord): boolean {
    const wanted = this.filter.trim().toLowerCase();
    return `${titleOf(document)}\n${document.filename}`.toLowerCase().includes(wanted);
  }

  #titleById(id: string | null): string | null {
    const document = this.#library.state.documents.find((candidate) => candidate.id === id);
    return document === undefined ? null : titleOf(document);
  }
}
