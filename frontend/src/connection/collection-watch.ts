import { documentRecord, type DocumentRecord, parseJson } from '../protocol';
import type { PassimApi } from './passim-api';
import { Timer } from './timer';
import { apiUrl } from './urls';

export interface CollectionListener {
  /** The whole list, at the start and whenever something may have been missed. */
  readonly onList: (documents: readonly DocumentRecord[]) => void;
  readonly onDocument: (document: DocumentRecord) => void;
  readonly onError: (error: unknown) => void;
}

const pollMs = 2_000;
const idlePollMs = 15_000;

/**
 * Follows a collection by server-sent events and lists it again whenever the stream opens. Where no stream is to be
 * had it polls, often while a document is on its way and seldom otherwise.
 */
export class CollectionWatch {
  readonly #timer = new Timer();
  #source: EventSource | null = null;
  #closed = false;

  constructor(
    private readonly api: PassimApi,
    private readonly collectionId: string,
    private readonly listener: CollectionListener,
  ) {
    this.#listen();
    void this.refresh();
  }

  async refresh(): Promise<void> {
    try {
      const documents = await this.api.documents(this.collectionId);
      if (!this.#closed) {
        this.listener.onList(documents);
        this.#pollAfter(documents.some(isUnderway) ? pollMs : idlePollMs);
      }
    } catch (error) {
      if (!this.#closed) {
        this.listener.onError(error);
        this.#pollAfter(idlePollMs);
      }
    }
  }

  close(): void {
    this.#closed = true;
    this.#timer.cancel();
    this.#source?.close();
  }

  #listen(): void {
    if (typeof EventSource === 'undefined') {
      return;
    }
    const source = new EventSource(
      apiUrl(this.api.base, `collections/${encodeURIComponent(this.collectionId)}/events`),
    );
    this.#source = source;
    source.onopen = () => {
      this.#timer.cancel();
      void this.refresh();
    };
    source.onmessage = (event: MessageEvent<unknown>) => {
      const parsed = parseJson(event.data, documentRecord);
      if (parsed.ok) {
        this.listener.onDocument(parsed.value);
      }
    };
    source.onerror = () => {
      this.#pollAfter(pollMs);
    };
  }

  #pollAfter(delayMs: number): void {
    if (this.#source?.readyState === 1) {
      return;
    }
    this.#timer.start(delayMs, () => void this.refresh());
  }
}

export function isUnderway(document: DocumentRecord): boolean {
  return document.status !== 'ready' && document.status !== 'failed';
}
