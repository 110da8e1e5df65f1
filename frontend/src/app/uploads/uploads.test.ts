import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PassimApi } from '../../connection';
import { FakeRequest } from '../../connection/fake-request.fixture';
import { documentLike } from '../../protocol/document.fixture';
import type { DocumentRecord, PendingUpload } from '../../state';
import { sendingOf, Uploads } from './uploads';

const api = new PassimApi(new URL('https://passim.example/'));

function files(count: number, size = 10): { file: File; folder: null }[] {
  return Array.from({ length: count }, (_, n) => ({
    file: new File(['x'.repeat(size)], `f${n}.txt`),
    folder: null,
  }));
}

describe('uploads', () => {
  let uploads: Uploads;
  let told: number;
  let stored: DocumentRecord[];

  beforeEach(() => {
    FakeRequest.all.length = 0;
    vi.useFakeTimers();
    vi.stubGlobal('XMLHttpRequest', FakeRequest);
    uploads = new Uploads(api);
    told = 0;
    stored = [];
    uploads.subscribe({
      onUploads: () => (told += 1),
      onStored: (document) => stored.push(document),
    });
  });

  afterEach(async () => {
    [...uploads.state.keys()].forEach((id) => {
      uploads.cancel(id);
    });
    await later();
    vi.useRealTimers();
  });

  const request = (name: string): FakeRequest => {
    const found = FakeRequest.all.findLast((candidate) => candidate.filename === name);
    if (found === undefined) {
      throw new Error(`no request for ${name}`);
    }
    return found;
  };
  const later = (ms = 250): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
  const kinds = (): string[] =>
    uploads.ofCollection('samples').map(({ phase }: PendingUpload) => phase.kind);
  const accepted = [documentLike({ id: 'd_1', status: 'queued' })];

  it('go a few at a time, each with its folder and what it replaces', async () => {
    const chosen = files(5).map(({ file }) => ({ file, folder: 'policies/2026' }));
    uploads.add('a/b', chosen, 'd_old');
    await later();
    expect(FakeRequest.all.map(({ filename }) => filename)).toEqual(['f0.txt', 'f1.txt', 'f2.txt']);
    const { url, form } = request('f0.txt');
    expect(url).toBe('/api/v1/collections/a%2Fb/documents');
    expect([form.get('folder'), form.get('replaces')]).toEqual(['policies/2026', 'd_old']);
    request('f1.txt').answer(202, accepted);
    await later();
    expect(FakeRequest.all.at(-1)?.filename).toBe('f3.txt');
  });

  it('name no folder and nothing replaced where there is none', async () => {
    uploads.add('samples', files(1));
    await later();
    expect([...request('f0.txt').form.keys()]).toEqual(['file']);
  });

  it('are sent, then wait for the server’s word, then are documents', async () => {
    uploads.add('samples', files(1));
    await later();
    request('f0.txt').progress(50, 100);
    await later();
    expect(uploads.ofCollection('samples')[0]?.phase).toMatchObject({ kind: 'sending', share: 0.5 });
    request('f0.txt').upload.onload?.();
    await later();
    expect(kinds()).toEqual(['sent']);
    request('f0.txt').answer(202, accepted);
    await later();
    expect(kinds()).toEqual(['stored']);
    expect(stored.map(({ id }) => id)).toEqual(['d_1']);
  });

  it('tell of a thousand steps only a few times', async () => {
    uploads.add('samples', files(3));
    await later();
    told = 0;
    for (let step = 0; step < 1_000; step++) {
      request('f0.txt').progress(step, 1_000);
      request('f1.txt').progress(step, 1_000);
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(told).toBeGreaterThan(1);
    expect(told).toBeLessThanOrEqual(6);
  });

  it('that fail can be sent again', async () => {
    uploads.add('samples', files(1));
    await later();
    request('f0.txt').answer(413, { code: 'too_large', title: 'Too large' });
    await later();
    const [failed] = uploads.ofCollection('samples');
    expect(failed?.phase).toMatchObject({ kind: 'failed', code: 'too_large' });
    uploads.retry(failed?.id ?? '');
    await later();
    expect(FakeRequest.all).toHaveLength(2);
    request('f0.txt').answer(202, accepted);
    await later();
    expect(kinds()).toEqual(['stored']);
  });

  it('that are larger than the server accepts are not sent', async () => {
    uploads.maxFileBytes = 10;
    uploads.add('samples', [...files(1, 11), ...files(2, 10).slice(1)]);
    await later();
    expect(FakeRequest.all.map(({ filename }) => filename)).toEqual(['f1.txt']);
    const [refused] = uploads.ofCollection('samples');
    expect(refused?.phase).toMatchObject({ kind: 'failed', code: 'too_large', limit: 10 });
    uploads.maxFileBytes = 11;
    uploads.retry(refused?.id ?? '');
    await later();
    expect(FakeRequest.all.at(-1)?.filename).toBe('f0.txt');
  });

  it('are put off while the server is busy, for as long as it asks', async () => {
    uploads.add('samples', files(1));
    await later();
    request('f0.txt').answer(503, { code: 'overloaded' }, { 'Retry-After': '7' });
    await later();
    expect(uploads.ofCollection('samples')[0]?.phase).toEqual({ kind: 'waiting', busy: true });
    await later(6_000);
    expect(FakeRequest.all).toHaveLength(1);
    await later(1_000);
    expect(FakeRequest.all).toHaveLength(2);
  });

  it('give up together where the server cannot be reached, not for one file that vanished', async () => {
    uploads.add('samples', files(6));
    await later();
    request('f0.txt').onerror?.();
    await later();
    expect(kinds().filter((kind) => kind === 'failed')).toHaveLength(1);
    request('f1.txt').onerror?.();
    request('f2.txt').onerror?.();
    await later();
    expect(kinds().filter((kind) => kind === 'waiting')).toEqual([]);
  });

  it('that are cancelled end at once, whether begun or not', async () => {
    uploads.add('samples', files(4));
    await later();
    const [begun, , , waiting] = uploads.ofCollection('samples');
    uploads.cancel(begun?.id ?? '');
    uploads.cancel(waiting?.id ?? '');
    await later();
    expect(request('f0.txt').aborted).toBe(true);
    expect(kinds()).toEqual(['sending', 'sending']);
    await later();
    expect(FakeRequest.all).toHaveLength(3);
  });

  it('are counted anew with a new lot; what failed stays', async () => {
    uploads.add('samples', files(2));
    await later();
    request('f0.txt').answer(202, accepted);
    request('f1.txt').answer(413, { code: 'too_large' });
    await later();
    uploads.add('samples', files(1));
    expect(kinds()).toEqual(['failed', 'sending']);
  });

  it('make the browser ask before the page is left, only while something is sent', async () => {
    const leave = (): boolean => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return !event.defaultPrevented;
    };
    expect(leave()).toBe(true);
    uploads.add('samples', files(1));
    await later();
    expect(leave()).toBe(false);
    expect(sendingOf(uploads)).toBe('0/1');
    request('f0.txt').answer(202, accepted);
    await later();
    expect(leave()).toBe(true);
    expect(sendingOf(uploads)).toBe('');
  });

  it('tell how fast they go', async () => {
    uploads.add('samples', files(1, 100_000));
    await later();
    for (let step = 1; step <= 20; step++) {
      request('f0.txt').progress(step, 100);
      await later(100);
    }
    expect(uploads.workPerSecond).toBeGreaterThan(8_000);
    expect(uploads.workPerSecond).toBeLessThan(12_000);
  });
});
