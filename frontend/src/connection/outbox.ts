import type { AskMessage, ClientMessage, FeedbackMessage } from '../protocol';

/** What the server has yet to settle. Survives a lost socket; `drain` is what to send once greeted again. */
export class Outbox {
  readonly #asks = new Map<string, AskMessage>();
  readonly #stops = new Set<string>();
  readonly #sent = new Set<string>();
  #feedback: FeedbackMessage[] = [];

  ask(message: AskMessage): void {
    this.#asks.set(message.id, message);
  }

  stop(id: string): void {
    if (this.#asks.has(id)) {
      this.#stops.add(id);
    }
  }

  isStopped(id: string): boolean {
    return this.#stops.has(id);
  }

  sent(id: string): void {
    this.#sent.add(id);
  }

  /** The server had no room for it and has forgotten it. */
  refused(id: string): void {
    this.#sent.delete(id);
  }

  /** A question of which the server knows nothing: never sent, or refused since. */
  isUnknown(id: string): boolean {
    return this.#asks.has(id) && !this.#sent.has(id);
  }

  keepFeedback(message: FeedbackMessage): void {
    this.#feedback.push(message);
  }

  settle(id: string): void {
    this.#asks.delete(id);
    this.#stops.delete(id);
    this.#sent.delete(id);
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
    for (const id of this.#asks.keys()) {
      this.#sent.add(id);
    }
    const stops = [...this.#stops].map((id) => ({ type: 'stop', id }) as const);
    return [...this.#asks.values(), ...stops, ...feedback];
  }

  clear(): void {
    this.#asks.clear();
    this.#stops.clear();
    this.#sent.clear();
  }
}
