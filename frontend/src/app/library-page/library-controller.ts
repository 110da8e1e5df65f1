import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CollectionWatch, type PassimApi, QueueWatch, Throttle } from '../../connection';
import {
  type DocumentRecord,
  emptyLibrary,
  type IngestQueue,
  isUnderway,
  type LibraryAction,
  type LibraryState,
  reduceLibrary,
} from '../../state';
import type { Uploads } from '../uploads/uploads';

export interface LibrarySource {
  readonly api: PassimApi;
  readonly uploads: Uploads;
}

export interface LibraryListener {
  /** The server told all documents, so it can be reached. */
  onListed(): void;
  onError(error: unknown): void;
  /** The counts of the collections may have changed. */
  onSettled(): void;
}

/** Often enough to follow a document, seldom enough for hundreds of them. */
const tellEveryMs = 200;
/** The counts of the collections follow more slowly. */
const settleEveryMs = 1_500;

/** Keeps the documents of one collection up to date, with what is sent to it and the server's queue. */
export class LibraryController implements ReactiveController {
  #state: LibraryState = emptyLibrary;
  #actions: LibraryAction[] = [];
  #collectionId: string | null = null;
  #queue: IngestQueue | null = null;
  #watch: CollectionWatch | null = null;
  #queueWatch: QueueWatch | null = null;
  #unsubscribe: (() => void) | null = null;
  readonly #tell = new Throttle(tellEveryMs, () => {
    this.#flush();
  });
  readonly #settled: Throttle;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: () => LibrarySource,
    private readonly listener: LibraryListener,
  ) {
    this.#settled = new Throttle(settleEveryMs, () => {
      listener.onSettled();
    });
    host.addController(this);
  }

  get state(): LibraryState {
    return this.#state;
  }

  /** Null while it is unknown. */
  get queue(): IngestQueue | null {
    return this.#queue;
  }

  hostDisconnected(): void {
    this.#close();
  }

  open(collectionId: string): void {
    this.#close();
    const { api, uploads } = this.source();
    this.#collectionId = collectionId;
    this.#note({ type: 'collectionOpened' });
    this.#flush();
    this.#watch = new CollectionWatch(api, collectionId, {
      onList: (documents) => {
        this.#note({ type: 'listed', documents });
        this.listener.onListed();
      },
      onDocument: (document) => {
        this.put(document);
      },
      onDeleted: (id) => {
        this.#gone(id);
      },
      onError: (error) => {
        this.listener.onError(error);
      },
    });
    this.#queueWatch = new QueueWatch(api, (queue) => {
      this.#queue = queue;
      if (queue?.maxFileBytes !== undefined) {
        uploads.maxFileBytes = queue.maxFileBytes;
      }
      this.host.requestUpdate();
    });
    this.#unsubscribe = uploads.subscribe({
      onUploads: () => {
        this.host.requestUpdate();
      },
      onStored: (document) => {
        this.#stored(document);
      },
    });
  }

  /** The newest that is known of a document. */
  put(document: DocumentRecord): void {
    this.#note({ type: 'changed', document });
    if (isUnderway(document)) {
      this.#watch?.expectChange();
    } else {
      this.#settled.want();
    }
  }

  async ingest(id: string): Promise<void> {
    this.put(await this.source().api.ingest(id));
  }

  async cancel(id: string): Promise<void> {
    this.put(await this.source().api.cancelIngest(id));
  }

  async remove(id: string): Promise<void> {
    await this.source().api.deleteDocument(id);
    this.#gone(id);
    this.#flush();
  }

  #gone(id: string): void {
    this.#note({ type: 'deleted', id });
    this.#settled.want();
  }

  #stored(document: DocumentRecord): void {
    if (document.collectionId === this.#collectionId) {
      this.#note({ type: 'stored', document });
      this.#watch?.expectChange();
    }
    this.#settled.want();
  }

  #note(action: LibraryAction): void {
    this.#actions.push(action);
    this.#tell.want();
  }

  #flush(): void {
    this.#tell.cancel();
    this.#state = reduceLibrary(this.#state, this.#actions);
    this.#actions = [];
    if (this.#queueWatch !== null) {
      this.#queueWatch.busy = [...this.#state.documents.values()].some(isUnderway);
    }
    this.host.requestUpdate();
  }

  #close(): void {
    this.#watch?.close();
    this.#queueWatch?.close();
    this.#unsubscribe?.();
    this.#tell.cancel();
    this.#settled.cancel();
    this.#actions = [];
  }
}
