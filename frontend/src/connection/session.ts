import type { HelloMessage, ServerMessage, WelcomeMessage } from '../protocol';

type Numbered = Exclude<ServerMessage, { readonly type: 'welcome' | 'error' }>;

/** Which conversation this is and how far it has been heard. */
export class Session {
  #conversationId: string | undefined;
  #lastSeq: number | undefined;

  constructor(conversationId?: string) {
    this.#conversationId = conversationId;
  }

  get conversationId(): string | undefined {
    return this.#conversationId;
  }

  hello(locale: string, token: string | undefined): HelloMessage {
    return {
      type: 'hello',
      ...(this.#conversationId === undefined ? {} : { conversationId: this.#conversationId }),
      ...(this.#lastSeq === undefined ? {} : { lastSeq: this.#lastSeq }),
      locale,
      ...(token === undefined ? {} : { token }),
    };
  }

  /**
   * On a first greeting the turns tell everything up to `seq`. On a resumption what was missed is still to come, so
   * `lastSeq` stays, unless the server counts from below it, which means that it lost count in a restart.
   */
  welcomed(message: WelcomeMessage): void {
    const resumed = this.#conversationId === message.conversationId && this.#lastSeq !== undefined;
    this.#conversationId = message.conversationId;
    if (!resumed || message.seq < (this.#lastSeq ?? 0)) {
      this.#lastSeq = message.seq;
    }
  }

  /** True if the message is new. A number seen before is not. */
  advance(message: Numbered): boolean {
    if (this.#lastSeq !== undefined && message.seq <= this.#lastSeq) {
      return false;
    }
    this.#lastSeq = message.seq;
    return true;
  }
}
