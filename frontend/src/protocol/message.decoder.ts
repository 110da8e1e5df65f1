import { answer, turn } from './answer.decoder';
import {
  arrayOf,
  asObject,
  boolean,
  DecodeError,
  type Decoder,
  number,
  object,
  oneOf,
  optional,
  string,
} from './decode';
import type {
  AnswerMessage,
  AskMessage,
  ClientMessage,
  ErrorMessage,
  FeedbackMessage,
  Filters,
  HelloMessage,
  ProgressMessage,
  ServerMessage,
  StoppedMessage,
  StopMessage,
  WelcomeMessage,
} from './message';

type Decoders<M extends { readonly type: string }> = {
  readonly [T in M['type']]: Decoder<Extract<M, { readonly type: T }>>;
};

const server: Decoders<ServerMessage> = {
  welcome: object<WelcomeMessage>({
    type: oneOf('welcome'),
    conversationId: string,
    seq: number,
    turns: arrayOf(turn),
  }),
  progress: object<ProgressMessage>({
    type: oneOf('progress'),
    id: string,
    seq: number,
    stage: oneOf('understanding', 'retrieving', 'reading'),
    done: number,
    total: number,
    standaloneQuestion: optional(string),
  }),
  answer: object<AnswerMessage>({ type: oneOf('answer'), id: string, seq: number, answer }),
  stopped: object<StoppedMessage>({ type: oneOf('stopped'), id: string, seq: number }),
  error: object<ErrorMessage>({
    type: oneOf('error'),
    id: optional(string),
    code: string,
    detail: string,
    retryAfterMs: optional(number),
  }),
};

const filters = object<Filters>({
  tags: optional(arrayOf(string)),
  languages: optional(arrayOf(string)),
  from: optional(string),
  to: optional(string),
});

const client: Decoders<ClientMessage> = {
  hello: object<HelloMessage>({
    type: oneOf('hello'),
    conversationId: optional(string),
    lastSeq: optional(number),
    locale: optional(string),
    token: optional(string),
  }),
  ask: object<AskMessage>({
    type: oneOf('ask'),
    id: string,
    question: string,
    collectionIds: optional(arrayOf(string)),
    standalone: optional(boolean),
    filters: optional(filters),
  }),
  stop: object<StopMessage>({ type: oneOf('stop'), id: string }),
  feedback: object<FeedbackMessage>({
    type: oneOf('feedback'),
    answerId: string,
    rating: oneOf('up', 'down'),
    reason: optional(string),
    expected: optional(string),
  }),
};

function byType<M extends { readonly type: string }>(decoders: Decoders<M>): Decoder<M> {
  const table = new Map<string, Decoder<M>>(
    Object.entries<Decoder<M>>(decoders as unknown as Record<string, Decoder<M>>),
  );
  return (value, path) => {
    const type = string(asObject(value, path).type, 'type');
    const decoder = table.get(type);
    if (decoder === undefined) {
      throw new DecodeError('type', `one of ${[...table.keys()].join(', ')}`, type);
    }
    return decoder(value, path);
  };
}

export const serverMessage: Decoder<ServerMessage> = byType(server);

/** Enough of an answer to tell which question it is for. */
export const answerEnvelope = object<Pick<AnswerMessage, 'type' | 'id'>>({
  type: oneOf('answer'),
  id: string,
});

export const clientMessage: Decoder<ClientMessage> = byType(client);
