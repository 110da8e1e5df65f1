import { describe, expect, it } from 'vitest';
import { documentLike } from '../protocol/document.fixture';
import {
  activeFilters,
  filterParts,
  isBackwards,
  noFilters,
  withoutPart,
} from './filters';
import { emptyLibrary, type LibraryAction, type LibraryState, reduceLibrary } from './library-state';
import { normalTag } from './tags';
import {
  noUploads,
  reduceUploads,
  summarise,
  type UploadAction,
  type UploadPhase,
  type UploadsState,
} from './upload-state';

const record = documentLike();

function after(...actions: readonly LibraryAction[]): LibraryState {
  return reduceLibrary(emptyLibrary, actions);
}

describe('library', () => {
  it('keeps the newest of each document', () => {
    const { documents } = after(
      { type: 'listed', documents: [record] },
      { type: 'changed', document: { ...record, progress: 0.5 } },
    );
    expect([...documents.values()]).toEqual([{ ...record, progress: 0.5 }]);
  });

  it('does not step back where the event came before the response', () => {
    const queued = { ...record, status: 'queued' as const };
    const { documents } = after(
      { type: 'changed', document: record },
      { type: 'stored', document: queued },
    );
    expect(documents.get(record.id)).toBe(record);
  });

  it('does not bring back what was deleted, by an event or a list that was on its way', () => {
    const { documents } = after(
      { type: 'changed', document: record },
      { type: 'deleted', id: record.id },
      { type: 'changed', document: record },
      { type: 'listed', documents: [record] },
    );
    expect(documents.size).toBe(0);
  });

  it('changes nothing that was there', () => {
    const before = after({ type: 'listed', documents: [record] });
    reduceLibrary(before, [{ type: 'deleted', id: record.id }]);
    expect(before.documents.size).toBe(1);
  });
});

describe('uploads', () => {
  const add = (id: string, bytes = 968_000): UploadAction => ({
    type: 'added',
    upload: { id, collectionId: 'samples', filename: `${id}.pdf`, folder: null, bytes },
  });
  const move = (id: string, phase: UploadPhase): UploadAction => ({ type: 'moved', id, phase });
  const run = (...actions: readonly UploadAction[]): UploadsState =>
    reduceUploads(noUploads, actions);

  it('are summed up: what is sent, what failed, what is left, and how much work that is', () => {
    const state = run(
      add('a'),
      add('b'),
      add('c'),
      add('d'),
      add('e'),
      move('a', { kind: 'stored', refused: false }),
      move('b', { kind: 'stored', refused: true }),
      move('c', { kind: 'failed', code: 'network', detail: '' }),
      move('d', { kind: 'sending', share: 0.5, bytesPerSecond: null }),
    );
    expect(summarise(state.values())).toEqual({
      total: 5,
      sent: 1,
      failed: 2,
      retriable: 1,
      left: 2,
      share: (5_000_000 - 516_000 - 1_000_000) / 5_000_000,
      workLeft: 1_516_000,
    });
  });

  it('are never done before the server has said so', () => {
    const { left, share } = summarise(run(add('a'), move('a', { kind: 'sent' })).values());
    expect(left).toBe(1);
    expect(share).toBeLessThan(1);
  });

  it('that were dismissed do not come back with what was still to be told of them', () => {
    expect(run(add('a'), { type: 'dismissed', id: 'a' }, move('a', { kind: 'sent' })).size).toBe(0);
  });

  it('cost the same each, however many there are', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => add(`f${n}`, 1));
    const state = run(...many);
    const start = performance.now();
    reduceUploads(state, many.map((_, n) => move(`f${n}`, { kind: 'stored', refused: false })));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('filters', () => {
  const filters = { tags: ['hr'], languages: ['en', 'fr'], from: '2025-01-01', to: '2026-01-01' };

  it('that limit nothing are none', () => {
    expect(activeFilters({ tags: [], languages: [], from: '', to: '' })).toBeNull();
    expect(activeFilters(filters)).toEqual(filters);
  });

  it('can be taken back one by one until none is left', () => {
    const parts = filterParts(filters);
    expect(parts).toHaveLength(5);
    expect(parts.slice(0, 4).reduce(withoutPart, filters)).toEqual({ to: '2026-01-01' });
    expect(parts.reduce(withoutPart, filters)).toBe(noFilters);
  });

  it.each([
    [{ from: '2026-01-02', to: '2026-01-01' }, true],
    [{ from: '2026-01-01', to: '2026-01-01' }, false],
    [{ from: '2026-01-02' }, false],
  ])('%j runs backwards: %s', (range, backwards) => {
    expect(isBackwards(range)).toBe(backwards);
  });

  it('tags are kept as the server keeps them', () => {
    expect(normalTag('  Human \t Resources ')).toBe('human resources');
  });
});
