import type {
  Answer,
  AnswerMessage,
  ErrorMessage,
  ProgressMessage,
  ServerMessage,
  Turn,
} from '../protocol';
import type { ChatAction } from './chat-action';
import {
  type ChatState,
  emptyChat,
  type Exchange,
  isOpen,
  type KnownDocument,
  type Phase,
} from './chat-state';

/** The next state. Pure: the same state and action give the same result, and neither is changed. */
export function reduceChat(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case 'opened':
      return {
        ...emptyChat,
        connection: state.connection,
        documents: state.documents,
        conversationId: action.conversationId,
      };
    case 'asked': {
      const { id, question, collectionIds, standalone, filters } = action;
      const exchange: Exchange = {
        id,
        question,
        collectionIds,
        standalone,
        filters,
        phase: { kind: 'waiting' },
      };
      return { ...state, notice: null, exchanges: [...state.exchanges, exchange] };
    }
    case 'historyLoaded':
      return action.conversationId === state.conversationId
        ? withEarlier(state, action.turns)
        : state;
    case 'stopRequested':
      return changePhase(state, action.id, (phase) =>
        isOpen(phase) ? { kind: 'stopping' } : phase,
      );
    case 'rated':
      return { ...state, ratings: { ...state.ratings, [action.answerId]: action.rating } };
    case 'documentKnown':
      return { ...state, documents: { ...state.documents, [action.id]: action.document } };
    case 'connectionChanged':
      return { ...state, connection: action.status };
    case 'received':
      return receive(state, action.message);
  }
}

function receive(state: ChatState, message: ServerMessage): ChatState {
  switch (message.type) {
    case 'welcome':
      return welcomed(state, message.conversationId, message.turns);
    case 'progress':
      return changePhase(state, message.id, (phase) => progressed(phase, message));
    case 'answer':
      return answered(state, message);
    case 'stopped':
      return changePhase(state, message.id, (phase) =>
        isOpen(phase) ? { kind: 'stopped' } : phase,
      );
    case 'error':
      return failed(state, message);
  }
}

function progressed(phase: Phase, message: ProgressMessage): Phase {
  if (phase.kind === 'stopping' || !isOpen(phase)) {
    return phase;
  }
  const known = phase.kind === 'working' ? phase.standaloneQuestion : null;
  return {
    kind: 'working',
    stage: message.stage,
    done: message.done,
    total: message.total,
    standaloneQuestion: message.standaloneQuestion ?? known,
  };
}

function answered(state: ChatState, { id, answer }: AnswerMessage): ChatState {
  const phase: Phase = { kind: 'answered', answer };
  const others = state.exchanges.filter(
    (exchange) => exchange.id === id || !isAnswer(exchange, answer.id),
  );
  const known = others.some((exchange) => exchange.id === id);
  const exchanges = known
    ? others.map((exchange) => (exchange.id === id ? { ...exchange, phase } : exchange))
    : [...others, { ...fromTurn({ question: answer.question, answer }), id }];
  return { ...state, exchanges, documents: withCited(state.documents, answer) };
}

/**
 * A conversation opened anew is what the server says it is. On a resumption the turns only fill in what is missing: an
 * open question that was answered meanwhile, or one that another page asked. What is on the screen stays there, even if
 * the server has lost the conversation and greets with a new one.
 */
function welcomed(state: ChatState, conversationId: string, turns: readonly Turn[]): ChatState {
  const kept = state.exchanges;
  const next = turns.reduce<readonly Exchange[]>(
    mergeTurn,
    kept.filter((exchange) => !isOpen(exchange.phase)),
  );
  const open = kept.filter(
    (exchange) => isOpen(exchange.phase) && !isAnsweredBy(exchange, turns, kept),
  );
  const documents = turns.reduce((known, turn) => withCited(known, turn.answer), state.documents);
  return { ...state, conversationId, documents, exchanges: [...next, ...open] };
}

function withEarlier(state: ChatState, turns: readonly Turn[]): ChatState {
  const earlier = turns.filter(
    ({ answer }) => !state.exchanges.some((exchange) => isAnswer(exchange, answer.id)),
  );
  return {
    ...state,
    exchanges: [...earlier.map(fromTurn), ...state.exchanges],
    documents: earlier.reduce((known, turn) => withCited(known, turn.answer), state.documents),
  };
}

function mergeTurn(exchanges: readonly Exchange[], turn: Turn): readonly Exchange[] {
  if (exchanges.some((exchange) => isAnswer(exchange, turn.answer.id))) {
    return exchanges.map((exchange) =>
      isAnswer(exchange, turn.answer.id)
        ? { ...exchange, phase: { kind: 'answered', answer: turn.answer } }
        : exchange,
    );
  }
  return [...exchanges, fromTurn(turn)];
}

function isAnsweredBy(open: Exchange, turns: readonly Turn[], known: readonly Exchange[]): boolean {
  return turns.some(
    (turn) =>
      turn.question === open.question &&
      !known.some((exchange) => isAnswer(exchange, turn.answer.id)),
  );
}

function failed(state: ChatState, message: ErrorMessage): ChatState {
  const { code, detail, id, retryAfterMs } = message;
  if (id === undefined) {
    return { ...state, notice: { code, detail } };
  }
  const kind = retryAfterMs === undefined ? 'failed' : 'retrying';
  return changePhase(state, id, (phase) =>
    isOpen(phase) && phase.kind !== 'stopping' ? { kind, code, detail } : phase,
  );
}

function changePhase(state: ChatState, id: string, change: (phase: Phase) => Phase): ChatState {
  return {
    ...state,
    exchanges: state.exchanges.map((exchange) =>
      exchange.id === id ? { ...exchange, phase: change(exchange.phase) } : exchange,
    ),
  };
}

function isAnswer(exchange: Exchange, answerId: string): boolean {
  return exchange.phase.kind === 'answered' && exchange.phase.answer.id === answerId;
}

function fromTurn({ question, answer }: Turn): Exchange {
  return {
    id: answer.id,
    question,
    collectionIds: null,
    standalone: false,
    filters: null,
    phase: { kind: 'answered', answer },
  };
}

function withCited(
  documents: Readonly<Record<string, KnownDocument>>,
  answer: Answer,
): Readonly<Record<string, KnownDocument>> {
  const citations = [
    answer.citation,
    ...answer.alternatives.map((alternative) => alternative.citation),
  ];
  const cited = citations
    .filter((citation) => citation !== null)
    .filter((citation) => documents[citation.documentId] === undefined)
    .map((citation) => [citation.documentId, { title: citation.title, uploadedAt: null, date: null }] as const);
  return cited.length === 0 ? documents : { ...documents, ...Object.fromEntries(cited) };
}
