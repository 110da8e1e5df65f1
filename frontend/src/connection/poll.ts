import { problemOf } from './problem-error';
import { Timer } from './timer';

export interface PollListener<T> {
  readonly onValue: (value: T) => void;
  readonly onError: (error: unknown) => void;
  /** Whether what was told may change. */
  readonly isOpen: (value: T) => boolean;
}

const everyMs = 2_000;
const afterFailureMs = 10_000;

/** Asks at once, then again and again while the answer may change and the page is seen. */
export class Poll<T> {
  readonly #timer = new Timer();
  #asking = false;
  #ended = false;
  #open = true;

  constructor(
    private readonly ask: () => Promise<T>,
    private readonly listener: PollListener<T>,
  ) {
    document.addEventListener('visibilitychange', this.#onVisibility);
    void this.now();
  }

  close(): void {
    this.#ended = true;
    this.#timer.cancel();
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  async now(): Promise<void> {
    if (this.#asking || this.#ended) {
      return;
    }
    this.#timer.cancel();
    this.#asking = true;
    const pause = await this.#tell();
    this.#asking = false;
    this.#againAfter(pause);
  }

  #againAfter(pauseMs: number): void {
    if (this.#open && !this.#ended) {
      this.#timer.start(pauseMs, this.#onVisibility);
    }
  }

  readonly #onVisibility = (): void => {
    if (this.#open && document.visibilityState !== 'hidden') {
      void this.now();
    }
  };

  async #tell(): Promise<number> {
    try {
      const value = await this.ask();
      if (!this.#ended) {
        this.#open = this.listener.isOpen(value);
        this.listener.onValue(value);
      }
      return everyMs;
    } catch (error) {
      if (!this.#ended) {
        this.#open = problemOf(error).status !== 404;
        this.listener.onError(error);
      }
      return afterFailureMs;
    }
  }
}
