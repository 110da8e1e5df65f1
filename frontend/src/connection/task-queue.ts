/** Runs at most `limit` tasks at a time, in order of arrival. */
export class TaskQueue {
  readonly #waiting: (() => Promise<void>)[] = [];
  #running = 0;

  constructor(private readonly limit: number) {}

  add(task: () => Promise<void>): void {
    this.#waiting.push(task);
    this.#next();
  }

  #next(): void {
    while (this.#running < this.limit) {
      const task = this.#waiting.shift();
      if (task === undefined) {
        return;
      }
      this.#running += 1;
      void task().finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }
}
