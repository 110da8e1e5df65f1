import type { ConnectionStatus, Filters, Rating, ServerMessage, Turn } from '../protocol';
import type { KnownDocument } from './chat-state';

export type ChatAction =
  | { readonly type: 'opened'; readonly conversationId: string | null }
  | {
      readonly type: 'asked';
      readonly id: string;
      readonly question: string;
      readonly collectionIds: readonly string[] | null;
      readonly standalone: boolean;
      readonly filters: Filters | null;
    }
  /** All turns of a conversation; a greeting tells only the latest that fit. */
  | {
      readonly type: 'historyLoaded';
      readonly conversationId: string;
      readonly turns: readonly Turn[];
    }
  | { readonly type: 'stopRequested'; readonly id: string }
  | { readonly type: 'rated'; readonly answerId: string; readonly rating: Rating }
  | { readonly type: 'documentKnown'; readonly id: string; readonly document: KnownDocument }
  | { readonly type: 'connectionChanged'; readonly status: ConnectionStatus }
  | { readonly type: 'received'; readonly message: ServerMessage };
