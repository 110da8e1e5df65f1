import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentLike } from '../protocol/document.fixture';
import type { DocumentRecord, IngestQueue } from '../protocol';
import { CollectionWatch } from './collection-watch';
import { PassimApi } from './passim-api';
import { ProblemError } from './problem-error';
import { QueueWatch } from './queue-watch';
import { RateMeter } from './rate-meter';
import { Throttle } from './throttle';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const api = new PassimApi(new URL('https://passim.example/'));
const idle: IngestQueue = {
  waiting: 0,
  running: 0,
  bytesLeft: 0,
  bytesPerSecond: null,
  pagesPerSecond: null,
  secondsLeft: null,
  restoring: false,
};

describe('QueueWatch', () => {
  let watch: QueueWatch | undefined;

  afterEach(() => {
    watch?.close();
  });

  function watching(ask: () => Promise<IngestQueue>): { asked: () => number; heard: unknown[] } {
    const asking = vi.spyOn(api, 'ingestQueue').mockImplementation(ask);
    const heard: unknown[] = [];
    watch = new QueueWatch(api, (queue) => heard.push(queue));
    return { asked: () => asking.mock.calls.length, heard };
  }

  it('asks once, and no more while nothing is under way', async () => {
    const { asked, heard } = watching(() => Promise.resolve(idle));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(1);
    expect(heard).toEqual([idle]);
  });

  it.each([
    ['a document is under way', idle, true],
    ['something is read elsewhere', { ...idle, running: 1 }, false],
    ['the index is being restored', { ...idle, restoring: true }, false],
  ])('goes on while %s', async (_, queue, busy) => {
    const { asked } = watching(() => Promise.resolve(queue));
    if (watch !== undefined) {
      watch.busy = busy;
    }
    await vi.advanceTimersByTimeAsync(9_500);
    expect(asked()).toBe(4);
    watch?.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(4);
  });

  it('does not ask while nobody looks', async () => {
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const { asked } = watching(() => Promise.resolve({ ...idle, running: 1 }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(0);
    hidden.mockReturnValue('visible');
    if (watch !== undefined) {
      watch.busy = true;
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toBe(1);
  });

  it('leaves a server alone that knows no queue, and tells of none', async () => {
    const { asked, heard } = watching(() => Promise.reject(new ProblemError('not_found', 404, '')));
    await vi.advanceTimersByTimeAsync(0);
    if (watch !== undefined) {
      watch.busy = true;
    }
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(1);
    expect(heard).toEqual([null]);
  });
});

describe('CollectionWatch', () => {
  class FakeSource {
    static last: FakeSource;
    readyState = 1;
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: string }) => void) | null = null;
    onerror: (() => void) | null = null;
    readonly listeners = new Map<string, (event: { data: string }) => void>();

    constructor() {
      FakeSource.last = this;
    }

    addEventListener(type: string, listener: (event: { data: string }) => void): void {
      this.listeners.set(type, listener);
    }

    close(): void {
      this.readyState = 2;
    }
  }

  it('is not fooled by a list that an event has overtaken', async () => {
    vi.stubGlobal('EventSource', FakeSource);
    const parsing = documentLike({ status: 'parsing' });
    let answer: (documents: readonly DocumentRecord[]) => void = () => undefined;
    vi.spyOn(api, 'documents').mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const known = new Map<string, string>();
    const watch = new CollectionWatch(api, 'samples', {
      onList: (documents) => {
        documents.forEach(({ id, status }) => known.set(id, status));
      },
      onDocument: ({ id, status }) => {
        known.set(id, status);
      },
      onDeleted: () => undefined,
      onError: () => undefined,
    });
    FakeSource.last.onmessage?.({ data: JSON.stringify(documentLike()) });
    answer([parsing]);
    await vi.advanceTimersByTimeAsync(0);
    watch.close();
    expect(known.get(parsing.id)).toBe('ready');
  });

  it('tells of what has been deleted, though an older list comes after', async () => {
    vi.stubGlobal('EventSource', FakeSource);
    let answer: (documents: readonly DocumentRecord[]) => void = () => undefined;
    vi.spyOn(api, 'documents').mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const known = new Set<string>();
    const watch = new CollectionWatch(api, 'samples', {
      onList: (documents) => {
        documents.forEach(({ id }) => known.add(id));
      },
      onDocument: () => undefined,
      onDeleted: (id) => {
        known.delete(id);
      },
      onError: () => undefined,
    });
    const { id } = documentLike();
    FakeSource.last.listeners.get('deleted')?.({ data: '{"broken":' });
    FakeSource.last.listeners.get('deleted')?.({ data: JSON.stringify({ id }) });
    answer([documentLike(), documentLike({ id: 'd_other' })]);
    await vi.advanceTimersByTimeAsync(0);
    watch.close();
    expect([...known]).toEqual(['d_other']);
  });

  it('without a stream asks soon for what was set going, however often that is said', async () => {
    vi.stubGlobal('EventSource', undefined);
    const list = vi.spyOn(api, 'documents').mockResolvedValue([documentLike()]);
    const watch = new CollectionWatch(api, 'samples', {
      onList: () => undefined,
      onDocument: () => undefined,
      onDeleted: () => undefined,
      onError: () => undefined,
    });
    await vi.advanceTimersByTimeAsync(0);
    for (let n = 0; n < 30; n++) {
      watch.expectChange();
      await vi.advanceTimersByTimeAsync(100);
    }
    watch.close();
    expect(list).toHaveBeenCalledTimes(2);
  });
});

describe('Throttle', () => {
  it('acts soon, then once in each interval for as long as it is wanted', async () => {
    const action = vi.fn();
    const throttle = new Throttle(200, action);
    throttle.want();
    await vi.advanceTimersByTimeAsync(0);
    expect(action).toHaveBeenCalledTimes(1);
    for (let n = 0; n < 100; n++) {
      throttle.want();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(action).toHaveBeenCalledTimes(6);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(action.mock.calls.length).toBeLessThanOrEqual(7);
  });

  it('does nothing once it is cancelled', async () => {
    const action = vi.fn();
    const throttle = new Throttle(200, action);
    throttle.want();
    throttle.cancel();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(action).not.toHaveBeenCalled();
  });
});

describe('RateMeter', () => {
  it('tells nothing at first, then the rate of the last seconds only', () => {
    const meter = new RateMeter(10_000, 1_000);
    meter.add(100, 0);
    expect(meter.perSecond(500)).toBeNull();
    for (let at = 100; at <= 5_000; at += 100) {
      meter.add(100, at);
    }
    expect(meter.perSecond(5_000)).toBeCloseTo(1_020, 0);
    expect(meter.perSecond(60_000)).toBe(0);
  });
});
