import { describe, expect, it } from 'vitest';
import { en, fr } from '../../i18n';
import type { AnswerMessage } from '../../protocol';
import { goldenText } from '../../protocol/golden.fixture';
import { type ChatAction, type ChatState, emptyChat, reduceChat } from '../../state';
import { accessibilityViolations, button, find, mount, settled, textOf } from '../mount.fixture';
import { announcement } from './announcement';
import './thread';
import type { ThreadElement } from './thread';

const answered = JSON.parse(goldenText('answer-answered')) as AnswerMessage;
const { id, answer } = answered;
const asked: ChatAction = {
  type: 'asked',
  id,
  question: answer.question,
  collectionIds: [],
  standalone: false,
  filters: null,
};
const online: ChatAction = { type: 'connectionChanged', status: { kind: 'online' } };
const reading: ChatAction = {
  type: 'received',
  message: { type: 'progress', id, seq: 1, stage: 'reading', done: 3, total: 8 },
};
const answeredAction: ChatAction = { type: 'received', message: answered };

function chat(...actions: ChatAction[]): ChatState {
  return actions.reduce(reduceChat, emptyChat);
}

async function shown(state: ChatState): Promise<ThreadElement> {
  const thread = document.createElement('passim-thread');
  thread.chat = state;
  return mount(thread);
}

describe('thread', () => {
  it('says what is going on, with counts', async () => {
    const thread = await shown(chat(online, asked, reading));
    expect(textOf(thread)).toContain('Reading passage 3 of 8');
  });

  it('says that a question waits for the connection', async () => {
    const thread = await shown(chat(asked));
    expect(textOf(thread)).toContain('Waits for the connection');
  });

  it('does not claim to read while the connection is away', async () => {
    const thread = await shown(chat(asked, reading));
    expect(textOf(thread)).not.toContain('Reading');
  });

  it('shows the rewriting, and asks again without it', async () => {
    const thread = await shown(chat(online, asked, answeredAction));
    expect(textOf(thread)).toContain('Searched for: How many days of leave for part-time staff?');
    const again: [string, boolean][] = [];
    thread.addEventListener('passim-ask', ({ question, standalone }) =>
      again.push([question, standalone]),
    );
    button(thread, 'Use my words as they are').click();
    expect(again).toEqual([['And for part-time staff?', true]]);
  });

  it('tells a screen reader of an answer once it comes', async () => {
    const before = chat(online, asked, reading);
    const thread = await shown(before);
    expect(find(thread, '[aria-live]').textContent).toBe('');
    thread.chat = reduceChat(before, answeredAction);
    await settled(thread);
    expect(find(thread, '[aria-live]').textContent).toBe(
      'Answer: Part-time staff receive 20 days of paid leave per year. Source: Leave policy, p. 2. Confidence 91%',
    );
  });

  it('tells of a second answer in the words of the first, since the first is cleared', async () => {
    const unsure = (message: string): ChatAction => ({
      type: 'received',
      message: { ...answered, id: message, answer: { ...answer, id: message, status: 'unsure' } },
    });
    const first = chat(online, asked);
    const thread = await shown(first);
    const region = find(thread, '[aria-live]');
    const told: string[] = [];
    const actions = [unsure(id), { ...asked, id: 'q_next' }, unsure('q_next')];
    for (const [i] of actions.entries()) {
      thread.chat = actions.slice(0, i + 1).reduce(reduceChat, first);
      await settled(thread);
      told.push(region.textContent);
    }
    expect(told).toEqual([en.answer.announceUnsure, '', en.answer.announceUnsure]);
  });

  it('does not tell of old turns when a conversation opens, nor of progress', () => {
    const opened = chat(online);
    const turns = [{ question: answer.question, answer }];
    const welcome: ChatAction = {
      type: 'received',
      message: { type: 'welcome', conversationId: 'c_1', seq: 3, turns },
    };
    expect(announcement(opened, reduceChat(opened, welcome), fr)).toBeNull();
    expect(announcement(chat(asked), chat(asked, reading), fr)).toBeNull();
  });

  it('tells failures in words', async () => {
    const failed: ChatAction = {
      type: 'received',
      message: { type: 'error', id, code: 'question_too_long', detail: 'x' },
    };
    const thread = await shown(chat(online, asked, failed));
    expect(textOf(thread)).toContain('This question is too long.');
    expect(button(thread, 'Ask again')).toBeDefined();
  });

  it('is accessible while it works and after', async () => {
    const thread = await shown(chat(online, asked, reading));
    expect(await accessibilityViolations(thread)).toEqual([]);
    thread.chat = chat(online, asked, answeredAction);
    await settled(thread);
    expect(await accessibilityViolations(thread)).toEqual([]);
  });
});
