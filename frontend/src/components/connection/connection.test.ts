import { describe, expect, it, vi } from 'vitest';
import { en } from '../../i18n';
import type { ConnectionStatus } from '../../state';
import { button, find, mount, settled, textOf } from '../mount.fixture';
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

  it('tells a screen reader once of a loss, and of its end', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval'] });
    const element = await shown({ kind: 'connecting' });
    const region = find(element, '[role=status]');
    const told: string[] = [region.textContent];
    const now = Date.now();
    for (const status of [
      { kind: 'online' },
      { kind: 'reconnecting', attempt: 1, retryAt: now + 5000 },
      { kind: 'connecting' },
      { kind: 'reconnecting', attempt: 2, retryAt: now + 9000 },
      { kind: 'online' },
    ] satisfies ConnectionStatus[]) {
      element.status = status;
      await settled(element);
      vi.advanceTimersByTime(1000);
      await settled(element);
      told.push(region.textContent);
    }
    vi.useRealTimers();
    const { lost, online } = en.connection;
    expect(told).toEqual(['', '', lost, lost, lost, online]);
  });

  it('lets a person try at once', async () => {
    const element = await shown({ kind: 'reconnecting', attempt: 1, retryAt: Date.now() });
    const heard = vi.fn();
    element.addEventListener('passim-reconnect', heard);
    button(element, 'Try now').click();
    expect(heard).toHaveBeenCalledOnce();
  });
});
