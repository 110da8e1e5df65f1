import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, find, settled, textOf } from '../../components/mount.fixture';
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
