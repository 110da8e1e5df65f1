import type { Answer, ConnectionStatus, Filters, Rating, Stage } from '../protocol';

/** What has become of a question so far. */
export type Phase =
  /** Not sent yet or not acknowledged yet. */
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'working';
      readonly stage: Stage;
      readonly done: number;
      readonly total: number;
      readonly standaloneQuestion: string | null;
    }
  /** The server is busy; the question will be sent again. */
  | { readonly kind: 'retrying'; readonly code: string; readonly detail: string }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly code: string; readonly detail: string };

export interface Exchange {
  /** The id of the question, or of the answer for turns that another page asked. */
  readonly id: string;
  readonly question: string;
  readonly collectionIds: readonly string[] | null;
  readonly standalone: boolean;
  /** Null where none were set, and for turns that another page asked. */
  readonly filters: Filters | null;
  readonly phase: Phase;
}

/** What is known of a document that an answer mentions by id only. */
export interface KnownDocument {
  readonly title: string;
  readonly uploadedAt: string | null;
  /** What the document says of itself, `2025-03-12`; null if it says nothing or is not fetched. */
  readonly date: string | null;
}

export interface ChatState {
  readonly connection: ConnectionStatus;
  readonly conversationId: string | null;
  readonly exchanges: readonly Exchange[];
  readonly ratings: Readonly<Record<string, Rating>>;
  readonly documents: Readonly<Record<string, KnownDocument>>;
  /** A failure that belongs to no question. */
  readonly notice: { readonly code: string; readonly detail: string } | null;
}

export const emptyChat: ChatState = {
  connection: { kind: 'idle' },
  conversationId: null,
  exchanges: [],
  ratings: {},
  documents: {},
  notice: null,
};

export function isOpen(phase: Phase): boolean {
  return (
    phase.kind === 'waiting' ||
    phase.kind === 'working' ||
    phase.kind === 'retrying' ||
    phase.kind === 'stopping'
  );
}

/** The newest question that is not settled. */
export function openExchange(state: ChatState): Exchange | undefined {
  return state.exchanges.findLast((exchange) => isOpen(exchange.phase));
}
