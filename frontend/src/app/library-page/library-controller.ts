import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  CollectionWatch,
  type PassimApi,
  ProblemError,
  randomId,
  TaskQueue,
  type Upload,
  uploadFile,
} from '../../connection';
import { emptyLibrary, type LibraryAction, type LibraryState, reduceLibrary } from '../../state';

const uploadsAtOnce = 3;

/** Keeps the documents of one collection up to date and sends files to it. */
export class LibraryController implements ReactiveController {
  #state: LibraryState = emptyLibrary;
  #watch: CollectionWatch | null = null;
  readonly #queue = new TaskQueue(uploadsAtOnce);
  readonly #uploads = new Map<string, Upload>();
  readonly #cancelled = new Set<string>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly api: () => PassimApi,
    private readonly onError: (error: unknown) => void,
    private readonly onSettled: () => void,
  ) {
    host.addController(this);
  }

  get state(): LibraryState {
    return this.#state;
  }

  hostDisconnected(): void {
    this.#watch?.close();
  }

  open(collectionId: string): void {
    this.#watch?.close();
    this.#dispatch({ type: 'collectionOpened' });
    this.#watch = new CollectionWatch(this.api(), collectionId, {
      onList: (documents) => {
        this.#dispatch({ type: 'listed', documents });
      },
      onDocument: (document) => {
        this.#dispatch({ type: 'changed', document });
        if (document.status === 'ready' || document.status === 'failed') {
          this.onSettled();
        }
      },
      onError: this.onError,
    });
  }

  upload(collectionId: string, files: readonly File[]): void {
    for (const file of files) {
      const id = randomId();
      this.#dispatch({
        type: 'uploadAdded',
        upload: { id, filename: file.name, bytes: file.size, share: 0, problem: null },
      });
      this.#queue.add(() => this.#send(id, collectionId, file));
    }
  }

  dismiss(id: string): void {
    this.#cancelled.add(id);
    this.#uploads.get(id)?.abort();
    this.#dispatch({ type: 'uploadDismissed', id });
  }

  async remove(id: string): Promise<void> {
    await this.api().deleteDocument(id);
    this.#dispatch({ type: 'deleted', id });
    this.onSettled();
  }

  async #send(id: string, collectionId: string, file: File): Promise<void> {
    if (this.#cancelled.has(id)) {
      return;
    }
    const upload = uploadFile(this.api().base, collectionId, file, (share) => {
      this.#dispatch({ type: 'uploadProgressed', id, share });
    });
    this.#uploads.set(id, upload);
    try {
      this.#dispatch({ type: 'uploadAccepted', id, document: await upload.done });
      await this.#watch?.refresh();
    } catch (error) {
      const { code, message } =
        error instanceof ProblemError ? error : new ProblemError('network', 0, '');
      this.#dispatch({ type: 'uploadFailed', id, code, detail: message });
    } finally {
      this.#uploads.delete(id);
    }
  }

  #dispatch(action: LibraryAction): void {
    this.#state = reduceLibrary(this.#state, action);
    this.host.requestUpdate();
  }
}
