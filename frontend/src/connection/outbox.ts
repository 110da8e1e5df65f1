import type { AskMessage, ClientMessage, FeedbackMessage } from '../protocol';

/** What the server has yet to settle. Survives a lost socket; `drain` is what to send once greeted again. */
export class Outbox {
  readonly #asks = new Map<string, AskMessage>();
  readonly #stops = new Set<string>();
  #feedback: FeedbackMessage[] = [];

  ask(message: AskMessage): void {
    this.#asks.set(message.id, message);
  }

  stop(id: string): void {
    if (this.#asks.has(id)) {
      this.#stops.add(id);
    }
  }

  keepFeedback(message: FeedbackMessage): void {
    this.#feedback.push(message);
  }

  settle(id: string): void {
    this.#asks.delete(id);
    this.#stops.delete(id);
  }

  unsettled(id: string): AskMessage | undefined {
    return this.#asks.get(id);
  }

  get waiting(): boolean {
    return this.#asks.size > 0;
  }

  drain(): readonly ClientMessage[] {
    const feedback = this.#feedback;
    this.#feedback = [];
    const stops = [...this.#stops].map((id) => ({ type: 'stop', id }) as const);
    return [...this.#asks.values(), ...stops, ...feedback];
  }

  clear(): void {
    this.#asks.clear();
    this.#stops.clear();
  }
}
