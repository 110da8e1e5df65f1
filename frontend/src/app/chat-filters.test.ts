import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, find, findAll, mount, settled, textOf } from '../components/mount.fixture';
import { PassimApi } from '../connection';
import type { ClientMessage } from '../protocol';
import { goldenText } from '../protocol/golden.fixture';
import './chat-page/chat-page';
import { storedFilters } from './preferences';

class FakeWebSocket extends EventTarget {
  static readonly OPEN = 1;
  static last: FakeWebSocket;
  readonly readyState = 1;
  readonly sent: ClientMessage[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeWebSocket.last = this;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientMessage);
  }

  close(): void {
    this.onclose = null;
  }
}

const replies: Record<string, string> = {
  '/api/v1/collections': `[${goldenText('collection')}]`,
  '/api/v1/collections/samples/tags': '[{"tag":"hr","documents":2},{"tag":"leave","documents":9}]',
  '/api/v1/conversations': '[]',
};

describe('filters of a chat', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
    vi.stubGlobal('WebSocket', FakeWebSocket);
    vi.stubGlobal('fetch', (url: URL) =>
      Promise.resolve(new Response(replies[url.pathname] ?? '{}')),
    );
  });

  type Page = HTMLElementTagNameMap['passim-chat-page'];

  async function open(): Promise<Page> {
    const page = document.createElement('passim-chat-page');
    page.api = new PassimApi(new URL('https://passim.example/'));
    await mount(page);
    FakeWebSocket.last.onopen?.();
    FakeWebSocket.last.onmessage?.({
      data: JSON.stringify({ type: 'welcome', conversationId: 'c_9', seq: 0, turns: [] }),
    });
    await settled(page);
    return page;
  }

  async function ask(page: Page): Promise<ClientMessage | undefined> {
    const field = find<HTMLTextAreaElement>(page, 'passim-composer textarea, textarea');
    field.focus();
    field.value = 'How many days?';
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await settled(page);
    return FakeWebSocket.last.sent.at(-1);
  }

  it('go with each question, are named above the answer, and can be taken away', async () => {
    const page = await open();
    button(page, 'Filter').click();
    await settled(page);
    const offered = findAll(page, '.toggle').slice(0, 2).map((tag) => textOf(tag).trim());
    expect(offered).toEqual(['leave', 'hr']);
    button(page, 'hr').click();
    await settled(page);
    button(page, 'Done').click();
    await settled(page);
    expect(await ask(page)).toMatchObject({ type: 'ask', filters: { tags: ['hr'] } });
    expect(textOf(find(page, 'passim-exchange'))).toContain('Among documents tagged hr');
  });

  it('last for the session', async () => {
    sessionStorage.setItem('passim-filters', '{"tags":["hr"],"from":"2025-01-01"}');
    const page = await open();
    expect(await ask(page)).toMatchObject({ filters: { tags: ['hr'], from: '2025-01-01' } });
    button(page, 'Remove filter hr').click();
    await settled(page);
    expect(storedFilters()).toEqual({ from: '2025-01-01' });
  });

  it.each(['not json', '[]', 'null', '{"tags":"hr","from":7}'])('are none where %s was kept', (kept) => {
    sessionStorage.setItem('passim-filters', kept);
    expect(storedFilters()).toEqual({});
  });

  it('are left out of a question that has none', async () => {
    expect(await ask(await open())).not.toHaveProperty('filters');
  });
});
