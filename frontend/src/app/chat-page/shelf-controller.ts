import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PassimApi } from '../../connection';
import type { Collection, Conversation } from '../../state';

/** What stands beside the chat: earlier conversations, and the collections to search. */
export class ShelfController implements ReactiveController {
  #collections: readonly Collection[] | null = null;
  #conversations: readonly Conversation[] = [];

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

  hostConnected(): void {
    this.host.requestUpdate();
  }

  async refresh(): Promise<void> {
    await Promise.all([this.refreshConversations(), this.refreshCollections()]);
  }

  /** Keeps the list as it is where the server cannot be reached; the connection says so already. */
  async refreshConversations(): Promise<void> {
    try {
      const all = await this.api().conversations();
      this.#conversations = all
        .filter(({ title, turns }) => (title !== null && title !== '') || turns.length > 0)
        .sort((a, b) => b.startedAt.localeCompare(a.startedAt));
      this.host.requestUpdate();
    } catch {
      return;
    }
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
}
