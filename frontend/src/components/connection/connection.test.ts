import { describe, expect, it, vi } from 'vitest';
import type { ConnectionStatus } from '../../state';
import { button, mount, textOf } from '../mount.fixture';
import './connection';

async function shown(
  status: ConnectionStatus,
): Promise<HTMLElementTagNameMap['passim-connection']> {
  const element = document.createElement('passim-connection');
  element.status = status;
  return mount(element);
}

describe('connection', () => {
  it('says nothing while all is well', async () => {
    expect(textOf(await shown({ kind: 'online' })).trim()).toBe('');
  });

  it.each<[ConnectionStatus, string]>([
    [{ kind: 'connecting' }, 'Connecting…'],
    [{ kind: 'reconnecting', attempt: 2, retryAt: Date.now() + 4500 }, 'Trying again in'],
    [{ kind: 'offline', attempt: 2, retryAt: 0 }, 'offline'],
    [{ kind: 'refused', code: 'unauthorized' }, 'did not accept'],
  ])('%j is told', async (status, text) => {
    expect(textOf(await shown(status))).toContain(text);
  });

  it('lets a person try at once', async () => {
    const element = await shown({ kind: 'reconnecting', attempt: 1, retryAt: Date.now() });
    const heard = vi.fn();
    element.addEventListener('passim-reconnect', heard);
    button(element, 'Try now').click();
    expect(heard).toHaveBeenCalledOnce();
  });
});
