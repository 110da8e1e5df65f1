import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerMessage, AskMessage, ConnectionStatus, ErrorMessage, ServerMessage } from '../protocol';
import { goldenText } from '../protocol/golden.fixture';
import { ChatConnection } from './chat-connection';
import { FakeServer } from './fake-socket.fixture';

const ask: AskMessage = { type: 'ask', id: 'q_1', question: 'How many days?' };
const busy: ErrorMessage = {
  type: 'error',
  id: 'q_1',
  code: 'overloaded',
  detail: '',
  retryAfterMs: 2000,
};

function answerTo(id: string, seq: number): AnswerMessage {
  return { ...(JSON.parse(goldenText('answer-answered')) as AnswerMessage), id, seq };
}

describe('ChatConnection', () => {
  let server: FakeServer;
  let heard: ServerMessage[];
  let statuses: ConnectionStatus[];
  let connection: ChatConnection;

  beforeEach(() => {
    vi.useFakeTimers();
    server = new FakeServer();
    heard = [];
    statuses = [];
    connection = new ChatConnection({
      url: 'ws://passim.example/api/v1/chat',
      locale: () => 'fr',
      token: 't_1',
      createSocket: server.create,
      random: () => 0.5,
      onMessage: (message) => heard.push(message),
      onStatus: (status) => statuses.push(status),
    });
  });

  afterEach(() => {
    connection.close();
    vi.useRealTimers();
  });

  it('says hello without a conversation first, with it and the last seq after', () => {
    connection.open();
    server.welcome(4);
    server.last.say({ type: 'stopped', id: 'x', seq: 5 });
    server.last.drop();
    vi.advanceTimersByTime(1000);
    server.last.accept();

    expect(server.sockets[0]?.sent).toEqual([{ type: 'hello', locale: 'fr', token: 't_1' }]);
    expect(server.last.sent).toEqual([
      { type: 'hello', conversationId: 'c_1', lastSeq: 5, locale: 'fr', token: 't_1' },
    ]);
  });

  it('keeps a question asked before the greeting and sends it after', () => {
    connection.open();
    connection.ask(ask);
    expect(server.last.sent).toEqual([]);
    expect(server.welcome().ofType('ask')).toEqual([ask]);
  });

  it('sends an unanswered question again with the same id, and an answered one not', () => {
    connection.open();
    server.welcome();
    connection.ask(ask);
    connection.ask({ ...ask, id: 'q_2' });
    server.last.say(answerTo('q_1', 1));
    server.last.drop();
    vi.advanceTimersByTime(1000);

    expect(
      server
        .welcome(1)
        .ofType('ask')
        .map((message) => message.id),
    ).toEqual(['q_2']);
  });

  it('tells each numbered message once, however often it is sent', () => {
    connection.open();
    server.welcome();
    connection.ask(ask);
    const progress = {
      type: 'progress',
      id: 'q_1',
      seq: 1,
      stage: 'reading',
      done: 1,
      total: 8,
    } as const;
    server.last.say(progress);
    server.last.say(progress);
    server.last.say(answerTo('q_1', 2));
    server.last.drop();
    vi.advanceTimersByTime(1000);
    server.welcome(2);
    server.last.say(progress);
    server.last.say(answerTo('q_1', 2));

    expect(heard.map((message) => message.type)).toEqual([
      'welcome',
      'progress',
      'answer',
      'welcome',
    ]);
  });

  it('hears what was missed while away', () => {
    connection.open();
    server.welcome();
    connection.ask(ask);
    server.last.drop();
    vi.advanceTimersByTime(1000);
    server.welcome(7);
    server.last.say(answerTo('q_1', 6));

    expect(heard.at(-1)).toMatchObject({ type: 'answer', id: 'q_1' });
  });

  it('does not drop an awaited answer from a server that lost count', () => {
    connection.open();
    server.welcome(40);
    connection.ask(ask);
    server.last.say(answerTo('q_1', 3));

    expect(heard.at(-1)).toMatchObject({ type: 'answer', seq: 3 });
  });

  it('waits longer after each failure, with jitter, and starts over once greeted', () => {
    connection.open();
    const delays: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      server.last.drop();
      const status = connection.status;
      const delay = status.kind === 'reconnecting' ? status.retryAt - Date.now() : -1;
      delays.push(delay);
      vi.advanceTimersByTime(delay);
    }
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000]);

    server.welcome();
    server.last.drop();
    expect(connection.status).toMatchObject({ kind: 'reconnecting', attempt: 1 });
  });

  it('tries at once when asked to, or when the network is back', () => {
    connection.open();
    server.last.drop();
    connection.reconnect();
    expect(server.sockets).toHaveLength(2);
    server.last.drop();
    dispatchEvent(new Event('online'));
    expect(server.sockets).toHaveLength(3);
  });

  it('says offline where the browser has no network, and goes on trying', () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    connection.open();
    server.last.drop();
    expect(connection.status.kind).toBe('offline');
    vi.advanceTimersByTime(1000);
    expect(server.sockets).toHaveLength(2);
  });

  it('gives up where it is refused', () => {
    connection.open();
    server.last.accept();
    server.last.say({ type: 'error', code: 'unauthorized', detail: '' });
    vi.advanceTimersByTime(120_000);

    expect(connection.status).toEqual({ kind: 'refused', code: 'unauthorized' });
    expect(server.sockets).toHaveLength(1);
  });

  it('starts a new conversation where the old one is gone', () => {
    connection.open('c_gone');
    server.last.accept();
    server.last.say({ type: 'error', code: 'conversation_not_found', detail: '' });

    expect(server.last.ofType('hello').at(-1)).toEqual({
      type: 'hello',
      locale: 'fr',
      token: 't_1',
    });
  });

  it('asks again with the same id when the server is no longer busy', () => {
    connection.open();
    server.welcome();
    connection.ask(ask);
    server.last.say(busy);
    expect(server.last.ofType('ask')).toHaveLength(1);
    vi.advanceTimersByTime(2000);
    expect(server.last.ofType('ask')).toEqual([ask, ask]);
  });

  it('gives up on a server that stays busy', () => {
    connection.open();
    server.welcome();
    connection.ask(ask);
    for (let attempt = 0; attempt < 6; attempt++) {
      server.last.say({
        type: 'error',
        id: 'q_1',
        code: 'overloaded',
        detail: 'busy',
        retryAfterMs: 10,
      });
      vi.advanceTimersByTime(10);
    }
    expect(heard.at(-1)).toEqual({ type: 'error', id: 'q_1', code: 'overloaded', detail: 'busy' });
  });

  it('stops a question that was stopped while the connection was away', () => {
    connection.open();
    server.welcome();
    connection.ask(ask);
    server.last.drop();
    connection.stop('q_1');
    vi.advanceTimersByTime(1000);

    expect(server.welcome().sent.slice(1)).toEqual([ask, { type: 'stop', id: 'q_1' }]);
  });

  it('stops at once what waits for a busy server, or was never sent', () => {
    const stoppedNow = { type: 'stopped', id: 'q_1' };
    connection.open();
    connection.ask(ask);
    connection.stop('q_1');
    expect(heard.at(-1)).toMatchObject(stoppedNow);
    expect(server.welcome().sent.slice(1)).toEqual([]);
    connection.ask(ask);
    server.last.say(busy);
    connection.stop('q_1');
    expect(heard.at(-1)).toMatchObject(stoppedNow);
    vi.advanceTimersByTime(120_000);
    expect(server.last.ofType('ask')).toHaveLength(1);
    expect(server.sockets).toHaveLength(1);
  });

  it('does not ask again what was stopped, even if the server is busy then', () => {
    connection.open();
    server.welcome();
    connection.ask(ask);
    server.last.drop();
    connection.stop('q_1');
    vi.advanceTimersByTime(1000);
    server.welcome();
    server.last.say(busy);
    expect(heard.at(-1)).toMatchObject({ type: 'stopped', id: 'q_1' });
    vi.advanceTimersByTime(120_000);
    expect(server.last.ofType('ask')).toHaveLength(1);
  });

  it('keeps a rating given while the connection was away, and sends it once', () => {
    connection.open();
    connection.feedback({ type: 'feedback', answerId: 'a_1', rating: 'up' });
    expect(server.welcome().ofType('feedback')).toHaveLength(1);
    server.last.drop();
    vi.advanceTimersByTime(1000);
    expect(server.welcome().ofType('feedback')).toHaveLength(0);
  });

  it('leaves a socket that falls silent while an answer is due', () => {
    connection.open();
    server.welcome();
    vi.advanceTimersByTime(600_000);
    expect(server.sockets).toHaveLength(1);
    connection.ask(ask);
    vi.advanceTimersByTime(46_000);
    expect(server.sockets[0]?.closed).toBe(true);
    expect(server.sockets).toHaveLength(2);
  });

  it('leaves a socket that never greets', () => {
    connection.open();
    server.last.accept();
    vi.advanceTimersByTime(15_000);
    expect(connection.status.kind).toBe('reconnecting');
  });

  it('takes no harm from garbage', () => {
    connection.open();
    server.welcome();
    for (const garbage of [
      '',
      '{',
      '[]',
      'null',
      '{"type":"dance"}',
      '{"type":"answer"}',
      new Blob(),
      7,
    ]) {
      server.last.sayRaw(garbage);
    }
    expect(heard).toHaveLength(1);
    expect(connection.status.kind).toBe('online');
  });

  it('fails a question whose answer cannot be read, and lets no other wait for it', () => {
    connection.open();
    server.welcome();
    connection.ask(ask);
    server.last.sayRaw('{"type":"answer","id":"q_1","seq":1,"answer":{"mood":"calm"}}');
    expect(heard.at(-1)).toMatchObject({ type: 'error', id: 'q_1', code: 'response_invalid' });
    server.last.drop();
    vi.advanceTimersByTime(1000);
    expect(server.welcome().ofType('ask')).toEqual([]);
  });

  it('hears nothing of the conversation before, once another is open', () => {
    connection.open('c_1');
    const first = server.welcome(0, 'c_1');
    connection.ask(ask);
    connection.open('c_2');
    first.say(answerTo('q_1', 1));
    expect(server.welcome(0, 'c_2').ofType('ask')).toEqual([]);
    expect(heard.filter((message) => message.type === 'answer')).toEqual([]);
  });
});
