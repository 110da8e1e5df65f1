import type { Answer, Turn } from './answer';

export interface HelloMessage {
  readonly type: 'hello';
  readonly conversationId?: string;
  readonly lastSeq?: number;
  readonly locale?: string;
  readonly token?: string;
}

export interface AskMessage {
  readonly type: 'ask';
  /** Made by the client; the same id twice is one question. */
  readonly id: string;
  readonly question: string;
  readonly collectionIds?: readonly string[];
  readonly standalone?: boolean;
  readonly filters?: Filters;
}

/** Only documents with one of the tags, in one of the languages, dated within the days, both included. */
export interface Filters {
  readonly tags?: readonly string[];
  readonly languages?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

export interface StopMessage {
  readonly type: 'stop';
  readonly id: string;
}

export type Rating = 'up' | 'down';

export interface FeedbackMessage {
  readonly type: 'feedback';
  readonly answerId: string;
  readonly rating: Rating;
  readonly reason?: string;
  readonly expected?: string;
}

export type ClientMessage = HelloMessage | AskMessage | StopMessage | FeedbackMessage;

export interface WelcomeMessage {
  readonly type: 'welcome';
  readonly conversationId: string;
  readonly seq: number;
  readonly turns: readonly Turn[];
}

export type Stage = 'understanding' | 'retrieving' | 'reading';

export interface ProgressMessage {
  readonly type: 'progress';
  readonly id: string;
  readonly seq: number;
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
  readonly standaloneQuestion?: string;
}

export interface AnswerMessage {
  readonly type: 'answer';
  readonly id: string;
  readonly seq: number;
  readonly answer: Answer;
}

export interface StoppedMessage {
  readonly type: 'stopped';
  readonly id: string;
  readonly seq: number;
}

export interface ErrorMessage {
  readonly type: 'error';
  readonly id?: string;
  readonly code: string;
  readonly detail: string;
  readonly retryAfterMs?: number;
}

export type ServerMessage =
  WelcomeMessage | ProgressMessage | AnswerMessage | StoppedMessage | ErrorMessage;
