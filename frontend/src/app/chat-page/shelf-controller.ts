import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type PassimApi, problemOf } from '../../connection';
import type { Collection, Conversation } from '../../state';

/** As many as the server lists at a time. */
const pageSize = 200;

/** What stands beside the chat: earlier conversations, and the collections to search. */
export class ShelfController implements ReactiveController {
  #collections: readonly Collection[] | null = null;
  #conversations: readonly Conversation[] = [];
  /** These and those in which nothing was asked. */
  #listed: readonly Conversation[] = [];
  #hasOlder = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly api: () => PassimApi,
  ) {
    host.addController(this);
  }

  /** Null until they are known. */
  get collections(): readonly Collection[] | null {
    return this.#collections;
  }

  /** Newest first. One in which nothing was asked is not listed. */
  get conversations(): readonly Conversation[] {
    return this.#conversations;
  }

  /** Whether there may be older ones than these. */
  get hasOlder(): boolean {
    return this.#hasOlder;
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  async refresh(): Promise<void> {
    await Promise.all([this.refreshConversations(), this.refreshCollections()]);
  }

  /** Keeps the list as it is where the server cannot be reached; the connection says so already. */
  async refreshConversations(): Promise<void> {
    try {
      const newest = await this.api().conversations();
      const older = newest.length < pageSize ? [] : this.#after(newest.at(-1)?.id);
      this.#hasOlder = older.length === 0 ? newest.length === pageSize : this.#hasOlder;
      this.#list(newest, older);
    } catch {
      return;
    }
  }

  /** Lists the next older ones too. */
  async showOlder(): Promise<void> {
    const last = this.#listed.at(-1)?.id;
    try {
      const older = await this.api().conversations(last);
      if (last === this.#listed.at(-1)?.id) {
        this.#hasOlder = older.length === pageSize;
        this.#list(this.#listed, older);
      }
    } catch (error) {
      if (problemOf(error).code === 'conversation_not_found') {
        this.#listed = this.#listed.filter(({ id }) => id !== last);
        await this.refreshConversations();
      }
    }
  }

  /** Takes one that has been deleted off the list. */
  forget(id: string): void {
    this.#list(this.#listed.filter((conversation) => conversation.id !== id), []);
  }

  /** The tags in use in these collections, or in all if none is named; the most used first. */
  async tags(collectionIds: readonly string[]): Promise<readonly string[]> {
    const ids =
      collectionIds.length > 0 ? collectionIds : (this.#collections ?? []).map(({ id }) => id);
    const lists = await Promise.all(
      ids.map((id) =>
        this.api()
          .tags(id)
          .catch(() => []),
      ),
    );
    const uses = new Map<string, number>();
    for (const { tag, documents } of lists.flat()) {
      uses.set(tag, (uses.get(tag) ?? 0) + documents);
    }
    return [...uses].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
  }

  async refreshCollections(): Promise<void> {
    try {
      this.#collections = await this.api().collections();
      this.host.requestUpdate();
    } catch {
      return;
    }
  }

  #after(id: string | undefined): readonly Conversation[] {
    const index = this.#listed.findIndex((conversation) => conversation.id === id);
    return index < 0 ? [] : this.#listed.slice(index + 1);
  }

  #list(newer: readonly Conversation[], older: readonly Conversation[]): void {
    const known = new Set(newer.map(({ id }) => id));
    this.#listed = [...newer, ...older.filter(({ id }) => !known.has(id))];
    this.#conversations = this.#listed.filter(
      ({ title, turns }) => (title !== null && title !== '') || turns.length > 0,
    );
    this.host.requestUpdate();
  }
}
