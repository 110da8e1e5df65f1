/** How much is done in a second, over the last `windowMs`. */
export class RateMeter {
  #marks: { readonly at: number; readonly total: number }[] = [];
  #total = 0;

  constructor(
    private readonly windowMs = 10_000,
    private readonly leastMs = 1_000,
  ) {}

  add(amount: number, now = Date.now()): void {
    const last = this.#marks.at(-1);
    if (last === undefined) {
      this.#marks.push({ at: now, total: this.#total });
    }
    this.#total += amount;
    if (last === undefined || now - last.at >= 100) {
      this.#marks.push({ at: now, total: this.#total });
    }
  }

  /** Null until there is enough to tell. */
  perSecond(now = Date.now()): number | null {
    const from = this.#marks.findLastIndex((mark) => mark.at <= now - this.windowMs);
    this.#marks = from > 0 ? this.#marks.slice(from) : this.#marks;
    const [first] = this.#marks;
    if (first === undefined || now - first.at < this.leastMs) {
      return null;
    }
    return ((this.#total - first.total) * 1000) / (now - first.at);
  }
}
