import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  mount,
  settled,
  textOf,
} from '../components/mount.fixture';
import type { AnswerMessage, ClientMessage } from '../protocol';
import { goldenText } from '../protocol/golden.fixture';
import './chat';
import type { ChatElement } from './chat.component';

class FakeWebSocket extends EventTarget {
  static readonly OPEN = 1;
  static readonly all: FakeWebSocket[] = [];
  readonly readyState = 1;
  readonly sent: ClientMessage[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeWebSocket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientMessage);
  }

  close(): void {
    this.onclose = null;
  }
}

async function widget(attributes: Record<string, string>): Promise<ChatElement> {
  const element = document.createElement('passim-chat');
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  return mount(element);
}

function socket(): FakeWebSocket {
  const last = FakeWebSocket.all.at(-1);
  if (last === undefined) {
    throw new Error('no socket');
  }
  return last;
}

describe('<passim-chat>', () => {
  beforeEach(() => {
    FakeWebSocket.all.length = 0;
    sessionStorage.clear();
    vi.stubGlobal('WebSocket', FakeWebSocket);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  async function openAndAsk(element: ChatElement): Promise<string> {
    find<HTMLButtonElement>(element, '.launcher').click();
    await settled(element);
    socket().onopen?.();
    socket().onmessage?.({
      data: JSON.stringify({ type: 'welcome', conversationId: 'c_9', seq: 0, turns: [] }),
    });
    const field = find<HTMLTextAreaElement>(element, 'textarea');
    field.value = 'How many days?';
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
    );
    await settled(element);
    const ask = socket().sent.find((message) => message.type === 'ask');
    if (ask === undefined) {
      throw new Error('not asked');
    }
    return ask.id;
  }

  it('does not connect before it is opened', async () => {
    await widget({});
    expect(FakeWebSocket.all).toEqual([]);
  });

  it('asks the given server, collections and language with the given token', async () => {
    const element = await widget({
      server: 'https://passim.example',
      collection: 'rules, samples',
      language: 'fr',
      token: 't_1',
    });
    await openAndAsk(element);
    expect(socket().url).toBe('wss://passim.example/api/v1/chat');
    expect(socket().sent).toMatchObject([
      { type: 'hello', locale: 'fr', token: 't_1' },
      { type: 'ask', question: 'How many days?', collectionIds: ['rules', 'samples'] },
    ]);
    expect(textOf(element)).toContain('Interroger nos documents');
  });

  it('asks everywhere without the attribute, and nowhere if it is empty', async () => {
    await openAndAsk(await widget({}));
    expect(socket().sent[1]).not.toHaveProperty('collectionIds');
    await openAndAsk(await widget({ collection: '' }));
    expect(socket().sent[1]).toMatchObject({ type: 'ask', collectionIds: [] });
  });

  it('asks only among the documents that its attributes name', async () => {
    const element = await widget({
      tags: 'HR, leave',
      languages: 'en,fr',
      from: '2025-01-01',
      to: 'tomorrow',
    });
    await openAndAsk(element);
    expect(socket().sent.at(-1)).toMatchObject({
      filters: { tags: ['hr', 'leave'], languages: ['en', 'fr'], from: '2025-01-01', to: 'tomorrow' },
    });
    expect(textOf(element)).toContain('Among documents tagged hr or leave, in English or French');
  });

  it('asks among all documents where its attributes name none', async () => {
    await openAndAsk(await widget({ tags: ' , ' }));
    expect(socket().sent.at(-1)).not.toHaveProperty('filters');
  });

  it('tells the page of an answer, and links to the server in a new tab', async () => {
    const element = await widget({ server: 'https://passim.example' });
    const id = await openAndAsk(element);
    const heard = vi.fn<(text: string | null, link: string | null) => void>();
    element.addEventListener('passim-answer', ({ text, link }) => {
      heard(text, link);
    });
    const message = JSON.parse(goldenText('answer-answered')) as AnswerMessage;
    socket().onmessage?.({ data: JSON.stringify({ ...message, id, seq: 1 }) });
    await settled(element);

    const link = 'https://passim.example/documents/d_8c1f0e77a2d94b36?start=1825&end=1832';
    expect(heard.mock.calls).toEqual([['20 days', link]]);
    const anchor = find<HTMLAnchorElement>(find(element, 'passim-citation'), 'a');
    expect([anchor.getAttribute('href'), anchor.target, anchor.rel]).toEqual([
      link,
      '_blank',
      'noopener',
    ]);
  });

  it('lets the page open a citation in its own way', async () => {
    const element = await widget({ server: 'https://passim.example' });
    const id = await openAndAsk(element);
    const message = JSON.parse(goldenText('answer-answered')) as AnswerMessage;
    socket().onmessage?.({ data: JSON.stringify({ ...message, id, seq: 1 }) });
    await settled(element);
    element.addEventListener('passim-citation-open', (event) => {
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    find(element, 'cite a').dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
  });

  it('closes on Escape, gives the focus back and keeps the conversation', async () => {
    const element = await widget({});
    await openAndAsk(element);
    const events: string[] = [];
    element.addEventListener('passim-close', () => events.push('close'));
    find(element, 'dialog').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    await settled(element);
    expect(element.open).toBe(false);
    expect(events).toEqual(['close']);
    expect(element.shadowRoot?.activeElement?.className).toBe('launcher');
    element.open = true;
    await settled(element);
    expect(textOf(element)).toContain('How many days?');
  });

  it('leaves the focus with the page when the page closes it', async () => {
    const element = await widget({ open: '' });
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    element.open = false;
    await settled(element);
    expect(document.activeElement).toBe(field);
  });

  it('resumes its conversation on the next page of the portal', async () => {
    await openAndAsk(await widget({}));
    document.body.replaceChildren();
    const next = await widget({ open: '' });
    socket().onopen?.();
    expect(socket().sent).toMatchObject([{ type: 'hello', conversationId: 'c_9' }]);
    button(next, 'New conversation').click();
    socket().onopen?.();
    expect(socket().sent[0]).not.toHaveProperty('conversationId');
  });

  it('goes on where it was when the page moves it', async () => {
    const element = await widget({});
    const id = await openAndAsk(element);
    const aside = document.createElement('aside');
    document.body.append(aside);
    aside.append(element);
    socket().onopen?.();
    socket().onmessage?.({
      data: JSON.stringify({ type: 'welcome', conversationId: 'c_9', seq: 0, turns: [] }),
    });
    expect(FakeWebSocket.all).toHaveLength(2);
    expect(socket().sent).toMatchObject([
      { type: 'hello', conversationId: 'c_9', lastSeq: 0 },
      { type: 'ask', id },
    ]);
  });

  it('keeps to the part of the window that the keyboard of a phone leaves', async () => {
    const seen = Object.assign(new EventTarget(), { height: 640, offsetTop: 0, scale: 1 });
    vi.stubGlobal('visualViewport', seen);
    const { style } = find<HTMLElement>(await widget({ open: '' }), 'dialog');
    const place = (): string[] =>
      ['--viewport-top', '--viewport-height'].map((name) => style.getPropertyValue(name));
    expect(place()).toEqual(['0px', '640px']);
    Object.assign(seen, { height: 320, offsetTop: 40 }).dispatchEvent(new Event('resize'));
    expect(place()).toEqual(['40px', '320px']);
    Object.assign(seen, { height: 160, scale: 2 }).dispatchEvent(new Event('scroll'));
    expect(place()).toEqual(['40px', '320px']);
  });

  it('is accessible, closed and open', async () => {
    const element = await widget({});
    expect(await accessibilityViolations(element)).toEqual([]);
    await openAndAsk(element);
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
