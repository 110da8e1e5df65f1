import type { IngestQueue } from '../protocol';
import type { PassimApi } from './passim-api';
import { problemOf } from './problem-error';
import { Timer } from './timer';

const pollMs = 3_000;
const afterFailureMs = 15_000;
/** What a server says that knows no queue, or a proxy that does not let it through. */
const unknown = new Set([404, 405]);

/**
 * Asks for the server's queue, once at first and then only while something is under way and the page is seen. A server
 * of the first version has none; then it is not asked again.
 */
export class QueueWatch {
  readonly #timer = new Timer();
  #busy = false;
  #asking = false;
  #ended = false;
  #last: IngestQueue | null = null;

  constructor(
    private readonly api: PassimApi,
    private readonly onQueue: (queue: IngestQueue | null) => void,
  ) {
    document.addEventListener('visibilitychange', this.#onVisibility);
    void this.#ask();
  }

  /** Whether a document is known to be under way. */
  set busy(busy: boolean) {
    const begins = busy && !this.#busy;
    this.#busy = busy;
    if (begins) {
      void this.#ask();
    }
  }

  close(): void {
    this.#ended = true;
    this.#timer.cancel();
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  readonly #onVisibility = (): void => {
    if (this.#worthAsking()) {
      void this.#ask();
    }
  };

  #worthAsking(): boolean {
    const { waiting = 0, running = 0, restoring = false } = this.#last ?? {};
    return this.#busy || restoring || waiting + running > 0;
  }

  async #ask(): Promise<void> {
    if (this.#ended || this.#asking || document.visibilityState === 'hidden') {
      return;
    }
    this.#timer.cancel();
    this.#asking = true;
    const pause = await this.#tell();
    this.#asking = false;
    this.#askAgainAfter(pause);
  }

  #askAgainAfter(pauseMs: number): void {
    if (!this.#ended && this.#worthAsking()) {
      this.#timer.start(pauseMs, () => void this.#ask());
    }
  }

  async #tell(): Promise<number> {
    try {
      this.#last = await this.api.ingestQueue();
    } catch (error) {
      const { status, code } = problemOf(error);
      this.#ended ||= unknown.has(status) || code === 'response_invalid';
      this.#last = null;
      return afterFailureMs;
    } finally {
      this.onQueue(this.#last);
    }
    return pollMs;
  }
}
