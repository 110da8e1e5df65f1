import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  mount,
  settled,
  textOf,
} from '../../components/mount.fixture';
import { en } from '../../i18n';
import { FakeServer, openPage } from '../page.fixture';
import { ChatPageElement } from './chat-page';

const earlier = { id: 'c_1', title: 'Leave', startedAt: '2026-01-05T09:00:00Z', turns: [] };
const removal = 'DELETE /api/v1/conversations/c_1';

class SilentWebSocket extends EventTarget {
  close(): void {
    return;
  }
}

describe('a conversation in the list', () => {
  let server: FakeServer;

  beforeEach(() => {
    vi.stubGlobal('WebSocket', SilentWebSocket);
    server = new FakeServer(
      { 'GET /api/v1/conversations': [earlier], 'GET /api/v1/collections': [], [removal]: null },
      'conversation_not_found',
    );
  });

  async function remove(page: ChatPageElement): Promise<void> {
    button(page, en.conversations.remove('Leave')).click();
    await settled(page);
    button(page, en.conversations.removeConfirm).click();
    await settled(page);
  }

  it('that could not be deleted stays, with the reason, until it can', async () => {
    server.refusals[removal] = [503, '{"code":"storage_full"}'];
    const page = await openPage(ChatPageElement, {});
    await remove(page);
    expect(textOf(find(page, '.toast')).trim()).toBe(en.problems.storage_full);
    expect(textOf(page)).toContain('Leave');
    server.refusals = {};
    server.replies['GET /api/v1/conversations'] = [];
    await remove(page);
    expect(find(page, '.toast').hasAttribute('hidden')).toBe(true);
    expect(textOf(page)).toContain(en.conversations.none);
  });
});

describe('more conversations than are listed at once', () => {
  const many = (from: number, to: number): unknown[] =>
    Array.from({ length: to - from }, (_, index) => ({
      id: `c_${from + index}`,
      title: `Question ${from + index}`,
      startedAt: new Date(Date.UTC(2026, 0, 1) - (from + index) * 60_000).toISOString(),
      turns: [],
    }));
  const titles = (page: ChatPageElement): string[] =>
    findAll(page, 'passim-conversation-list .title').map((title) => textOf(title));
  const first = 'GET /api/v1/conversations';
  const second = `${first}?before=c_199`;
  let server: FakeServer;
  let page: ChatPageElement;

  beforeEach(async () => {
    vi.stubGlobal('WebSocket', SilentWebSocket);
    server = new FakeServer(
      { [first]: many(0, 200), [second]: many(200, 230), 'GET /api/v1/collections': [] },
      'conversation_not_found',
    );
    page = await openPage(ChatPageElement, {});
  });

  async function showOlder(): Promise<void> {
    button(page, en.conversations.older).click();
    await settled(page);
  }

  it('are listed when they are asked for, and the first of them gets the focus', async () => {
    expect(titles(page)).toHaveLength(200);
    await showOlder();
    expect(titles(page)).toHaveLength(230);
    const list = find(page, 'passim-conversation-list');
    expect(textOf(list.shadowRoot?.activeElement ?? list)).toContain('Question 200');
    expect(findAll(page, '.older')).toEqual([]);
  });

  it('are offered by a button that all can use', async () => {
    const list = document.createElement('passim-conversation-list');
    list.conversations = [earlier];
    list.hasOlder = true;
    expect(await accessibilityViolations(await mount(list))).toEqual([]);
  });

  it('stay listed when newer ones come and others are deleted', async () => {
    await showOlder();
    const removed = 'DELETE /api/v1/conversations/c_210';
    server.replies[removed] = null;
    server.replies[first] = [{ ...earlier, id: 'c_new', title: 'New' }, ...many(0, 199)];
    button(page, en.conversations.remove('Question 210')).click();
    await settled(page);
    button(page, en.conversations.removeConfirm).click();
    await settled(page);
    expect(titles(page)).toHaveLength(230);
    expect(titles(page)[0]).toBe('New');
    expect(titles(page)).toContain('Question 199');
    expect(titles(page)).not.toContain('Question 210');
  });

  it('are asked for again where the last one has been deleted meanwhile', async () => {
    server.replies[first] = many(0, 199);
    server.refusals[second] = [404, '{"code":"conversation_not_found"}'];
    await showOlder();
    expect(titles(page)).toHaveLength(199);
    expect(findAll(page, '.older')).toEqual([]);
  });
});
