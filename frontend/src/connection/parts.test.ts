import { describe, expect, it, vi } from 'vitest';
import { backoffMs } from './backoff';
import { randomId } from './random-id';
import { TaskQueue } from './task-queue';
import { apiUrl, linkUrl, serverBase, socketUrl } from './urls';

describe('urls', () => {
  it.each([
    ['', 'http://host:8080/library?x=1', 'ws://host:8080/api/v1/chat'],
    ['', 'https://host/', 'wss://host/api/v1/chat'],
    ['https://passim.example', 'http://portal.example/page', 'wss://passim.example/api/v1/chat'],
    [
      'https://example.org/tools/passim',
      'http://portal.example/',
      'wss://example.org/tools/passim/api/v1/chat',
    ],
    ['//passim.example', 'https://portal.example/', 'wss://passim.example/api/v1/chat'],
  ])('server %j on %s is asked at %s', (server, page, expected) => {
    expect(socketUrl(serverBase(server, page)).href).toBe(expected);
  });

  it('keeps citations and requests on the server, also behind a prefix', () => {
    const base = serverBase('https://example.org/passim', 'https://portal.example/');
    expect(linkUrl(base, '/documents/d_1?start=1&end=2').href).toBe(
      'https://example.org/passim/documents/d_1?start=1&end=2',
    );
    expect(apiUrl(base, 'collections').href).toBe('https://example.org/passim/api/v1/collections');
  });

  it('a link cannot leave the server', () => {
    const base = serverBase('', 'https://passim.example/');
    expect(linkUrl(base, '//evil.example/x').origin).toBe('https://passim.example');
  });
});

describe('backoff', () => {
  it.each([
    [0, 0, 0],
    [0, 0.999, 499],
    [3, 0.5, 2000],
    [60, 0.999, 29_970],
  ])('attempt %i with %f waits %i ms', (attempt, random, expected) => {
    expect(backoffMs(attempt, { baseMs: 500, capMs: 30_000, random: () => random })).toBe(expected);
  });
});

describe('ids', () => {
  const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto) } as unknown as Crypto;

  it.each([
    ['secure', crypto],
    ['insecure', insecure],
  ])('are version 4 UUIDs in a %s context, each another', (_, source) => {
    const ids = Array.from({ length: 100 }, () => randomId(source));
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) {
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
  });
});

describe('TaskQueue', () => {
  it('runs no more than its limit at once, and all of them', async () => {
    const queue = new TaskQueue(2);
    let running = 0;
    let most = 0;
    let done = 0;
    for (let task = 0; task < 7; task++) {
      queue.add(async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        done += 1;
      });
    }
    await vi.waitFor(() => {
      expect(done).toBe(7);
    });
    expect(most).toBe(2);
  });
});
