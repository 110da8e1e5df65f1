import { deletedDocument, documentRecord, type DocumentRecord, isUnderway, parseJson } from '../protocol';
import type { PassimApi } from './passim-api';
import { Timer } from './timer';
import { apiUrl } from './urls';

export interface CollectionListener {
  /** The whole list, at the start and whenever something may have been missed. */
  readonly onList: (documents: readonly DocumentRecord[]) => void;
  readonly onDocument: (document: DocumentRecord) => void;
  /** A document is gone. Not told of one that was deleted while no stream was to be had. */
  readonly onDeleted: (id: string) => void;
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
  #listsUnderway = 0;
  #heardMeanwhile: (() => void)[] = [];
  #pollAt = Infinity;

  constructor(
    private readonly api: PassimApi,
    private readonly collectionId: string,
    private readonly listener: CollectionListener,
  ) {
    this.#listen();
    void this.refresh();
  }

  async refresh(): Promise<void> {
    this.#listsUnderway += 1;
    try {
      const documents = await this.api.documents(this.collectionId);
      if (!this.#closed) {
        this.#tellList(documents);
        this.#pollAfter(documents.some(isUnderway) ? pollMs : idlePollMs);
      }
    } catch (error) {
      if (!this.#closed) {
        this.listener.onError(error);
        this.#pollAfter(idlePollMs);
      }
    } finally {
      this.#listsUnderway -= 1;
      if (this.#listsUnderway === 0) {
        this.#heardMeanwhile = [];
      }
    }
  }

  /** Something has been set going. The stream will tell of it; without one it is asked for soon. */
  expectChange(): void {
    if (this.#pollAt > Date.now() + pollMs) {
      this.#pollAfter(pollMs);
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
        this.#hear(() => {
          this.listener.onDocument(parsed.value);
        });
      }
    };
    source.addEventListener('deleted', (event: MessageEvent<unknown>) => {
      const parsed = parseJson(event.data, deletedDocument);
      if (parsed.ok) {
        this.#hear(() => {
          this.listener.onDeleted(parsed.value.id);
        });
      }
    });
    source.onerror = () => {
      this.#pollAfter(pollMs);
    };
  }

  /** A list may be older than an event that overtook it, so what was heard meanwhile is told once more. */
  #tellList(documents: readonly DocumentRecord[]): void {
    this.listener.onList(documents);
    this.#heardMeanwhile.forEach((tell) => {
      tell();
    });
  }

  #hear(tell: () => void): void {
    if (this.#listsUnderway > 0) {
      this.#heardMeanwhile.push(tell);
    }
    tell();
  }

  #pollAfter(delayMs: number): void {
    if (this.#source?.readyState === 1) {
      return;
    }
    this.#pollAt = Date.now() + delayMs;
    this.#timer.start(delayMs, () => {
      this.#pollAt = Infinity;
      void this.refresh();
    });
  }
}
