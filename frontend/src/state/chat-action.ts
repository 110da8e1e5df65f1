import type { ConnectionStatus, Rating, ServerMessage } from '../protocol';
import type { KnownDocument } from './chat-state';

export type ChatAction =
  | { readonly type: 'opened'; readonly conversationId: string | null }
  | {
      readonly type: 'asked';
      readonly id: string;
      readonly question: string;
      readonly collectionIds: readonly string[];
      readonly standalone: boolean;
    }
  | { readonly type: 'stopRequested'; readonly id: string }
  | { readonly type: 'rated'; readonly answerId: string; readonly rating: Rating }
  | { readonly type: 'documentKnown'; readonly id: string; readonly document: KnownDocument }
  | { readonly type: 'connectionChanged'; readonly status: ConnectionStatus }
  | { readonly type: 'received'; readonly message: ServerMessage };
