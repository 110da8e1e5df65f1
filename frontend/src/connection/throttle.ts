import { Timer } from './timer';

/** Runs an action soon, but never more often than once in `intervalMs`, however often it is wanted. */
export class Throttle {
  readonly #timer = new Timer();
  #wanted = false;
  #lastAt = -Infinity;

  constructor(
    private readonly intervalMs: number,
    private readonly action: () => void,
  ) {}

  want(): void {
    if (!this.#wanted) {
      this.#wanted = true;
      const due = Math.max(0, this.#lastAt + this.intervalMs - Date.now());
      this.#timer.start(due, () => {
        this.now();
      });
    }
  }

  /** Does it at once. */
  now(): void {
    this.cancel();
    this.#lastAt = Date.now();
    this.action();
  }

  cancel(): void {
    this.#wanted = false;
    this.#timer.cancel();
  }
}
