import { describe, expect, it } from 'vitest';
import type { Answer, AnswerMessage, ServerMessage } from '../protocol';
import { goldenText } from '../protocol/golden.fixture';
import type { ChatAction } from './chat-action';
import { reduceChat } from './chat-reducer';
import { type ChatState, emptyChat, openExchange } from './chat-state';

const answer: Answer = (JSON.parse(goldenText('answer-answered')) as AnswerMessage).answer;

function run(...actions: ChatAction[]): ChatState {
  return actions.reduce(reduceChat, emptyChat);
}

function asked(id: string, question = answer.question): ChatAction {
  return { type: 'asked', id, question, collectionIds: [], standalone: false, filters: null };
}

function received(message: ServerMessage): ChatAction {
  return { type: 'received', message };
}

const welcome = (answers: Answer[], conversationId = 'c_1'): ChatAction =>
  received({
    type: 'welcome',
    conversationId,
    seq: 9,
    turns: answers.map((given) => ({ question: given.question, answer: given })),
  });
const progress = (done: number): ChatAction =>
  received({ type: 'progress', id: 'q_1', seq: done, stage: 'reading', done, total: 8 });
const answered = received({ type: 'answer', id: 'q_1', seq: 9, answer });
const kinds = (state: ChatState): string[] =>
  state.exchanges.map((exchange) => exchange.phase.kind);

describe('a question', () => {
  it('waits, works, is answered', () => {
    expect(kinds(run(asked('q_1')))).toEqual(['waiting']);
    expect(run(asked('q_1'), progress(3)).exchanges[0]?.phase).toMatchObject({
      kind: 'working',
      done: 3,
      total: 8,
    });
    expect(run(asked('q_1'), progress(3), answered).exchanges[0]?.phase).toEqual({
      kind: 'answered',
      answer,
    });
  });

  it('keeps the rewriting that an earlier stage told', () => {
    const understood = received({
      type: 'progress',
      id: 'q_1',
      seq: 1,
      stage: 'understanding',
      done: 1,
      total: 1,
      standaloneQuestion: 'whole',
    });
    expect(run(asked('q_1'), understood, progress(2)).exchanges[0]?.phase).toMatchObject({
      standaloneQuestion: 'whole',
    });
  });

  it('stays answered whatever is heard late', () => {
    const late: ChatAction[] = [
      progress(4),
      received({ type: 'stopped', id: 'q_1', seq: 10 }),
      received({ type: 'error', id: 'q_1', code: 'overloaded', detail: '' }),
      { type: 'stopRequested', id: 'q_1' },
    ];
    expect(kinds(run(asked('q_1'), answered, ...late))).toEqual(['answered']);
  });

  it('stops, and progress on its way does not bring it back', () => {
    const stopping = run(asked('q_1'), { type: 'stopRequested', id: 'q_1' }, progress(2));
    expect(kinds(stopping)).toEqual(['stopping']);
    expect(kinds(reduceChat(stopping, received({ type: 'stopped', id: 'q_1', seq: 3 })))).toEqual([
      'stopped',
    ]);
  });

  it('waits out a busy server, fails for good otherwise', () => {
    const error = { type: 'error', id: 'q_1', code: 'overloaded', detail: 'd' } as const;
    expect(kinds(run(asked('q_1'), received({ ...error, retryAfterMs: 5 })))).toEqual(['retrying']);
    expect(kinds(run(asked('q_1'), received(error)))).toEqual(['failed']);
  });

  it('is the open one until it is settled', () => {
    expect(openExchange(run(asked('q_1'), progress(1)))?.id).toBe('q_1');
    expect(openExchange(run(asked('q_1'), answered))).toBeUndefined();
  });
});

describe('a greeting', () => {
  it('shows the turns of a conversation opened anew', () => {
    const state = run({ type: 'opened', conversationId: 'c_1' }, welcome([answer]));
    expect(kinds(state)).toEqual(['answered']);
    expect(state.conversationId).toBe('c_1');
  });

  it('doubles nothing that is known already', () => {
    expect(kinds(run(welcome([]), asked('q_1'), answered, welcome([answer])))).toEqual([
      'answered',
    ]);
  });

  it('settles a question that was answered while away, once', () => {
    const state = run(welcome([]), asked('q_1'), progress(2), welcome([answer]));
    expect(kinds(state)).toEqual(['answered']);
    expect(kinds(reduceChat(state, answered))).toEqual(['answered']);
  });

  it('keeps a question that is still open, after what was answered', () => {
    const state = run(asked('q_2', 'Something else?'), welcome([answer]));
    expect(kinds(state)).toEqual(['answered', 'waiting']);
  });

  it('asks the same words again without losing the new question', () => {
    const state = run(welcome([answer]), asked('q_2'), welcome([answer]));
    expect(kinds(state)).toEqual(['answered', 'waiting']);
  });

  it('is completed by the turns that did not fit', () => {
    const earlier = { ...answer, id: 'a_0', question: 'Earlier?' };
    const turns = [earlier, answer].map((given) => ({ question: given.question, answer: given }));
    const loaded: ChatAction = { type: 'historyLoaded', conversationId: 'c_1', turns };
    const state = run(welcome([answer]), asked('q_2', 'Next?'), loaded);
    expect(state.exchanges.map((exchange) => exchange.question)).toEqual([
      'Earlier?',
      answer.question,
      'Next?',
    ]);
    expect(reduceChat(state, loaded).exchanges).toHaveLength(3);
    expect(run(welcome([], 'c_2'), loaded).exchanges).toEqual([]);
  });

  it('takes nothing off the screen where the server has lost the conversation', () => {
    expect(kinds(run(welcome([answer], 'c_1'), welcome([], 'c_2')))).toEqual(['answered']);
  });

  it('forgets the exchanges before when another conversation is opened', () => {
    const opened: ChatAction = { type: 'opened', conversationId: 'c_2' };
    expect(kinds(run(welcome([answer], 'c_1'), opened, welcome([], 'c_2')))).toEqual([]);
  });
});

describe('what belongs to no question', () => {
  it('shows the answer to a question that another page asked', () => {
    expect(run(answered).exchanges).toMatchObject([{ id: 'q_1', question: answer.question }]);
  });

  it('shows a failure as a notice until the next question', () => {
    const failed = run(received({ type: 'error', code: 'message_invalid', detail: 'd' }));
    expect(failed.notice).toEqual({ code: 'message_invalid', detail: 'd' });
    expect(reduceChat(failed, asked('q_1')).notice).toBeNull();
  });

  it('learns titles from citations, and keeps better knowledge', () => {
    const known: ChatAction = {
      type: 'documentKnown',
      id: 'd_8c1f0e77a2d94b36',
      document: { title: 'Leave policy', uploadedAt: '2026-11-20T09:14:03Z', date: null },
    };
    expect(run(asked('q_1'), known, answered).documents.d_8c1f0e77a2d94b36?.uploadedAt).toBe(
      '2026-11-20T09:14:03Z',
    );
    expect(run(asked('q_1'), answered).documents.d_8c1f0e77a2d94b36?.title).toBe('Leave policy');
  });

  it('changes no state in place', () => {
    const before = run(welcome([]), asked('q_1'));
    const copy = structuredClone(before);
    [progress(1), answered, welcome([answer])].reduce(reduceChat, before);
    expect(before).toEqual(copy);
  });
});
