/** One pending call at most: starting again replaces the one before. */
export class Timer {
  #handle: ReturnType<typeof setTimeout> | undefined;

  start(delayMs: number, action: () => void): void {
    this.cancel();
    this.#handle = setTimeout(action, delayMs);
  }

  cancel(): void {
    clearTimeout(this.#handle);
  }
}
