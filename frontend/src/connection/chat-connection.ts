import {
  answerEnvelope,
  type AskMessage,
  type ClientMessage,
  type ConnectionStatus,
  type ErrorMessage,
  type FeedbackMessage,
  parseJson,
  serverMessage,
  type ServerMessage,
} from '../protocol';
import { backoffMs } from './backoff';
import { Outbox } from './outbox';
import { Session } from './session';
import { type Socket, type SocketFactory, webSocket } from './socket';
import { Timer } from './timer';

export interface ChatConnectionOptions {
  readonly url: string;
  readonly locale: () => string;
  readonly token?: string | undefined;
  readonly onStatus: (status: ConnectionStatus) => void;
  readonly onMessage: (message: ServerMessage) => void;
  readonly createSocket?: SocketFactory;
  readonly random?: () => number;
}

const welcomeTimeoutMs = 15_000;
const silenceMs = 45_000;
const maxTriesWhenBusy = 6;
const refusals = new Set([
  'unauthorized',
  'forbidden',
  'token_invalid',
  'token_expired',
  'origin_not_allowed',
]);
const refusedCloseCodes = new Set([1008, 4401, 4403]);

/**
 * The chat socket as a state machine: idle → connecting → online ⇄ reconnecting, and refused at the end.
 *
 * A question is kept until it is answered, stopped or failed for good, and sent again with the same id after every
 * greeting, so none is lost; the server knows the id and `seq` drops what was heard before, so none is doubled.
 */
export class ChatConnection {
  readonly #options: Required<Omit<ChatConnectionOptions, 'token'>> & {
    readonly token: string | undefined;
  };
  readonly #outbox = new Outbox();
  readonly #tries = new Map<string, number>();
  readonly #retry = new Timer();
  readonly #watchdog = new Timer();
  readonly #busy = new Map<string, Timer>();
  #session = new Session();
  #socket: Socket | null = null;
  #attempt = 0;
  #opened = false;
  #status: ConnectionStatus = { kind: 'idle' };

  constructor(options: ChatConnectionOptions) {
    this.#options = {
      createSocket: webSocket,
      random: Math.random,
      ...options,
      token: options.token,
    };
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  /** Opens a conversation, a new one if no id is given, and forgets the one before. */
  open(conversationId?: string): void {
    this.#outbox.clear();
    this.#clearTimers();
    this.#session = new Session(conversationId);
    this.#opened = true;
    this.#dropSocket();
    this.#start();
  }

  /** Connects again after `close`, with the same conversation and all that is not settled. */
  resume(): void {
    if (this.#opened && this.#status.kind === 'idle') {
      this.#start();
    }
  }

  close(): void {
    removeEventListener('online', this.#onNetworkBack);
    this.#clearTimers();
    this.#dropSocket();
    this.#setStatus({ kind: 'idle' });
  }

  /** Tries again now instead of at `retryAt`. */
  reconnect(): void {
    if (this.#status.kind === 'reconnecting' || this.#status.kind === 'offline') {
      this.#attempt = 0;
      this.#connect();
    }
  }

  ask(message: AskMessage): void {
    this.#outbox.ask(message);
    this.#sendAsk(message);
  }

  /** Of what the server knows nothing, it would tell nothing either. */
  stop(id: string): void {
    if (this.#outbox.isUnknown(id)) {
      this.#stopped(id);
      this.#watch();
      return;
    }
    this.#busy.get(id)?.cancel();
    this.#outbox.stop(id);
    this.#sendIfOnline({ type: 'stop', id });
  }

  feedback(message: FeedbackMessage): void {
    if (!this.#sendIfOnline(message)) {
      this.#outbox.keepFeedback(message);
    }
  }

  #start(): void {
    this.#attempt = 0;
    addEventListener('online', this.#onNetworkBack);
    this.#connect();
  }

  readonly #onNetworkBack = (): void => {
    this.reconnect();
  };

  #connect(): void {
    this.#retry.cancel();
    this.#setStatus({ kind: 'connecting' });
    const socket = this.#options.createSocket(this.#options.url);
    this.#socket = socket;
    socket.onopen = () => {
      this.#greet(socket);
    };
    socket.onmessage = ({ data }) => {
      this.#receive(data);
    };
    socket.onclose = ({ code }) => {
      this.#lost(refusedCloseCodes.has(code) ? String(code) : null);
    };
    this.#watchdog.start(welcomeTimeoutMs, () => {
      this.#lost(null);
    });
  }

  #greet(socket: Socket): void {
    socket.send(JSON.stringify(this.#session.hello(this.#options.locale(), this.#options.token)));
  }

  #receive(data: unknown): void {
    const parsed = parseJson(data, serverMessage);
    if (!parsed.ok) {
      this.#unreadable(data, parsed.error);
      return;
    }
    const message = parsed.value;
    switch (message.type) {
      case 'welcome':
        this.#session.welcomed(message);
        this.#attempt = 0;
        this.#setStatus({ kind: 'online' });
        this.#options.onMessage(message);
        for (const waiting of this.#outbox.drain()) {
          this.#socket?.send(JSON.stringify(waiting));
        }
        break;
      case 'error':
        this.#failed(message);
        break;
      case 'progress':
        if (this.#session.advance(message)) {
          this.#options.onMessage(message);
        }
        break;
      case 'answer':
      case 'stopped':
        if (this.#session.advance(message) || this.#outbox.unsettled(message.id) !== undefined) {
          this.#settle(message.id);
          this.#options.onMessage(message);
        }
        break;
    }
    this.#watch();
  }

  /** An answer of an unknown shape must not leave its question waiting for ever. */
  #unreadable(data: unknown, detail: string): void {
    const parsed = parseJson(data, answerEnvelope);
    if (parsed.ok && this.#outbox.unsettled(parsed.value.id) !== undefined) {
      const { id } = parsed.value;
      this.#questionFailed({ type: 'error', id, code: 'response_invalid', detail }, id);
    }
  }

  #failed(error: ErrorMessage): void {
    if (error.id !== undefined) {
      this.#questionFailed(error, error.id);
    } else if (this.#status.kind !== 'connecting') {
      this.#options.onMessage(error);
    } else if (refusals.has(error.code)) {
      this.#lost(error.code);
    } else if (error.code === 'conversation_not_found' && this.#socket !== null) {
      this.#session = new Session();
      this.#greet(this.#socket);
    } else {
      this.#lost(null, error.retryAfterMs);
    }
  }

  #questionFailed(error: ErrorMessage, id: string): void {
    if (this.#outbox.isStopped(id)) {
      this.#stopped(id);
      return;
    }
    const ask = this.#outbox.unsettled(id);
    const tries = (this.#tries.get(id) ?? 0) + 1;
    if (ask !== undefined && error.retryAfterMs !== undefined && tries < maxTriesWhenBusy) {
      this.#tries.set(id, tries);
      this.#outbox.refused(id);
      const timer = this.#busy.get(id) ?? new Timer();
      this.#busy.set(id, timer);
      timer.start(error.retryAfterMs, () => {
        this.#sendAsk(ask);
      });
      this.#options.onMessage(error);
      return;
    }
    this.#settle(id);
    this.#options.onMessage({ type: 'error', id, code: error.code, detail: error.detail });
  }

  /** No message of the server, so without a number of its own. */
  #stopped(id: string): void {
    this.#settle(id);
    this.#options.onMessage({ type: 'stopped', id, seq: 0 });
  }

  #settle(id: string): void {
    this.#outbox.settle(id);
    this.#tries.delete(id);
    this.#busy.get(id)?.cancel();
    this.#busy.delete(id);
  }

  #lost(refusal: string | null, retryAfterMs = 0): void {
    this.#watchdog.cancel();
    this.#dropSocket();
    if (refusal !== null) {
      this.#setStatus({ kind: 'refused', code: refusal });
      return;
    }
    const { random } = this.#options;
    const delay = Math.max(
      retryAfterMs,
      backoffMs(this.#attempt, { baseMs: 500, capMs: 30_000, random }),
    );
    this.#attempt += 1;
    this.#setStatus({
      kind: navigator.onLine ? 'reconnecting' : 'offline',
      attempt: this.#attempt,
      retryAt: Date.now() + delay,
    });
    this.#retry.start(delay, () => {
      this.#connect();
    });
  }

  /** A socket can die without a word: if an answer is due and nothing is heard, start over. */
  #watch(): void {
    if (this.#status.kind !== 'online') {
      return;
    }
    if (!this.#outbox.waiting) {
      this.#watchdog.cancel();
      return;
    }
    this.#watchdog.start(silenceMs, () => {
      this.#lost(null);
    });
  }

  #sendAsk(ask: AskMessage): void {
    if (this.#sendIfOnline(ask)) {
      this.#outbox.sent(ask.id);
    }
  }

  #sendIfOnline(message: ClientMessage): boolean {
    if (this.#status.kind !== 'online' || this.#socket === null) {
      return false;
    }
    this.#socket.send(JSON.stringify(message));
    this.#watch();
    return true;
  }

  #dropSocket(): void {
    const socket = this.#socket;
    this.#socket = null;
    if (socket !== null) {
      socket.onopen = null;
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    }
  }

  #clearTimers(): void {
    this.#retry.cancel();
    this.#watchdog.cancel();
    for (const timer of this.#busy.values()) {
      timer.cancel();
    }
    this.#busy.clear();
    this.#tries.clear();
  }

  #setStatus(status: ConnectionStatus): void {
    this.#status = status;
    this.#options.onStatus(status);
  }
}
