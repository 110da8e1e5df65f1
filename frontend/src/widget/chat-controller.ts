import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ChatConnection, PassimApi, randomId, type SocketFactory, socketUrl } from '../connection';
import type { Filters, Rating } from '../state';
import {
  type ChatAction,
  type ChatState,
  emptyChat,
  mentionedDocuments,
  openExchange,
  reduceChat,
} from '../state';
import type { Answer } from '../state';

export interface ChatControllerOptions {
  readonly api: PassimApi;
  readonly token?: string | undefined;
  readonly language: () => string;
  readonly onAnswer?: (answer: Answer) => void;
  /** A conversation came to be known by its id. */
  readonly onConversation?: (id: string) => void;
  readonly createSocket?: SocketFactory;
}

/** Ties the socket to the state of a chat and renders its host on each change. */
export class ChatController implements ReactiveController {
  #state: ChatState = emptyChat;
  readonly #connection: ChatConnection;
  readonly #lookedUp = new Set<string>();
  #historyLoaded = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: ChatControllerOptions,
  ) {
    this.#connection = new ChatConnection({
      url: socketUrl(options.api.base).href,
      locale: options.language,
      token: options.token,
      ...(options.createSocket === undefined ? {} : { createSocket: options.createSocket }),
      onStatus: (status) => {
        this.#dispatch({ type: 'connectionChanged', status });
      },
      onMessage: (message) => {
        this.#dispatch({ type: 'received', message });
        if (message.type === 'answer') {
          this.#lookUp(message.answer);
          options.onAnswer?.(message.answer);
        } else if (message.type === 'welcome') {
          message.turns.forEach((turn) => {
            this.#lookUp(turn.answer);
          });
          options.onConversation?.(message.conversationId);
          if (message.turns.length > 0 && !this.#historyLoaded) {
            this.#historyLoaded = true;
            void this.#loadHistory(message.conversationId);
          }
        }
      },
    });
    host.addController(this);
  }

  get state(): ChatState {
    return this.#state;
  }

  get busyId(): string | null {
    return openExchange(this.#state)?.id ?? null;
  }

  /** A page may move its chat: what was open goes on. */
  hostConnected(): void {
    this.#connection.resume();
  }

  hostDisconnected(): void {
    this.#connection.close();
  }

  open(conversationId: string | null): void {
    this.#historyLoaded = false;
    this.#dispatch({ type: 'opened', conversationId });
    this.#connection.open(conversationId ?? undefined);
  }

  reconnect(): void {
    this.#connection.reconnect();
  }

  ask(
    question: string,
    collectionIds: readonly string[] | null,
    standalone: boolean,
    filters: Filters | null = null,
  ): void {
    const id = randomId();
    this.#dispatch({ type: 'asked', id, question, collectionIds, standalone, filters });
    this.#connection.ask({
      type: 'ask',
      id,
      question,
      ...(collectionIds === null ? {} : { collectionIds }),
      ...(standalone ? { standalone } : {}),
      ...(filters === null ? {} : { filters }),
    });
  }

  stop(id: string): void {
    this.#dispatch({ type: 'stopRequested', id });
    this.#connection.stop(id);
  }

  rate(answerId: string, rating: Rating, expected: string | null): void {
    this.#dispatch({ type: 'rated', answerId, rating });
    this.#connection.feedback({
      type: 'feedback',
      answerId,
      rating,
      ...(expected === null ? {} : { expected }),
    });
  }

  #dispatch(action: ChatAction): void {
    this.#state = reduceChat(this.#state, action);
    this.host.requestUpdate();
  }

  async #loadHistory(conversationId: string): Promise<void> {
    try {
      const { turns } = await this.options.api.conversation(conversationId);
      this.#dispatch({ type: 'historyLoaded', conversationId, turns });
      turns.forEach((turn) => {
        this.#lookUp(turn.answer);
      });
    } catch {
      this.#historyLoaded = false;
    }
  }

  /** Answers name some documents by id only; their titles and, where documents disagree, their dates are fetched. */
  #lookUp(answer: Answer): void {
    for (const id of mentionedDocuments(answer)) {
      const needed = this.#state.documents[id] === undefined || answer.disagreement;
      if (needed && !this.#lookedUp.has(id)) {
        this.#lookedUp.add(id);
        void this.#fetchDocument(id);
      }
    }
  }

  async #fetchDocument(id: string): Promise<void> {
    try {
      const { title, filename, uploadedAt, date } = await this.options.api.document(id);
      this.#dispatch({
        type: 'documentKnown',
        id,
        document: { title: title ?? filename, uploadedAt, date: date ?? null },
      });
    } catch {
      this.#lookedUp.delete(id);
    }
  }
}
