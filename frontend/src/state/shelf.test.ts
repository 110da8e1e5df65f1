import { describe, expect, it } from 'vitest';
import type { DocumentRecord } from '../protocol';
import { documentLike } from '../protocol/document.fixture';
import { arrangeShelf, sameEntry, type Shelf, type ShelfChoice, wholeShelf } from './shelf';

function shelfOf(
  documents: readonly DocumentRecord[],
  choice: Partial<ShelfChoice> = {},
  waiting: number | null = null,
): Shelf {
  const known = new Map(documents.map((document) => [document.id, document]));
  return arrangeShelf(known, { ...wholeShelf, ...choice }, 'en', waiting);
}

function ids({ groups }: Shelf): readonly string[] {
  return groups.flatMap(({ entries }) => entries.map(({ document }) => document.id));
}

const a = documentLike({ id: 'a', title: 'Ärger', filename: 'x2.pdf', uploadedAt: '2026-01-01T00:00:00Z' });
const b = documentLike({
  id: 'b',
  title: 'Chapter 10',
  folder: 'policies/2026',
  tags: ['hr', 'leave'],
  date: '2026-03-31',
  uploadedAt: '2026-01-02T00:00:00Z',
});
const c = documentLike({
  id: 'c',
  title: 'Chapter 9',
  folder: 'policies/2026',
  tags: ['hr'],
  date: '2025-12-01',
  status: 'failed',
  uploadedAt: '2026-01-03T00:00:00Z',
});

describe('the shelf', () => {
  it.each([
    ['added', ['c', 'b', 'a']],
    ['name', ['a', 'c', 'b']],
    ['date', ['b', 'c', 'a']],
    ['folder', ['a', 'c', 'b']],
  ] as const)('is ordered by %s', (sort, expected) => {
    expect(ids(shelfOf([b, a, c], { sort }))).toEqual(expected);
  });

  it('is grouped by folder where that is the order', () => {
    expect(shelfOf([b, a, c], { sort: 'folder' }).groups.map(({ folder }) => folder)).toEqual([
      null,
      'policies/2026',
    ]);
  });

  it.each([
    [{ text: ' CHAPTER ' }, ['c', 'b']],
    [{ text: 'policies/2026' }, ['c', 'b']],
    [{ text: 'x2.pdf' }, ['a']],
    [{ tag: 'leave' }, ['b']],
    [{ status: 'failed' }, ['c']],
    [{ status: 'underway' }, []],
    [{ tag: 'hr', text: '10' }, ['b']],
  ] as const)('shows for %j only what matches', (choice, expected) => {
    const shelf = shelfOf([a, b, c], choice);
    expect(ids(shelf)).toEqual(expected);
    expect([shelf.shown, shelf.total]).toEqual([expected.length, 3]);
  });

  it('names every tag once', () => {
    expect(shelfOf([a, b, c]).tags).toEqual(['hr', 'leave']);
  });

  it('puts every superseded version below the newest, newest first', () => {
    const one = documentLike({ id: 'v1', status: 'superseded', supersededBy: 'v2', uploadedAt: '2024' });
    const two = documentLike({ id: 'v2', status: 'superseded', supersededBy: 'v3', uploadedAt: '2025' });
    const three = documentLike({ id: 'v3', uploadedAt: '2026' });
    const shelf = shelfOf([one, two, three]);
    const [entry] = shelf.groups[0]?.entries ?? [];
    expect(ids(shelf)).toEqual(['v3']);
    expect(entry?.older.map(({ id }) => id)).toEqual(['v2', 'v1']);
  });

  it('shows a superseded version by itself once its successor is gone', () => {
    const old = documentLike({ id: 'v1', status: 'superseded', supersededBy: 'gone' });
    expect(ids(shelfOf([old]))).toEqual(['v1']);
  });

  it('loses nothing to versions that supersede each other in a circle', () => {
    const x = documentLike({ id: 'x', status: 'superseded', supersededBy: 'y' });
    const y = documentLike({ id: 'y', status: 'superseded', supersededBy: 'x' });
    const entries = shelfOf([x, y]).groups.flatMap((group) => group.entries);
    const seen = entries.flatMap(({ document, older }) => [document.id, ...older.map(({ id }) => id)]);
    expect([...seen].sort()).toEqual(['x', 'y']);
  });

  it('follows ten thousand versions without losing breath', () => {
    const versions = Array.from({ length: 10_000 }, (_, n) =>
      documentLike({ id: `v${n}`, status: 'superseded', supersededBy: `v${n + 1}` }),
    );
    expect(ids(shelfOf([...versions, documentLike({ id: 'v10000' })]))).toEqual(['v10000']);
  });

  it('tells which place a document has in the queue', () => {
    const late = documentLike({ id: 'l', status: 'queued', uploadedAt: '2026-02-02T00:00:00Z' });
    const early = documentLike({ id: 'e', status: 'queued', uploadedAt: '2026-02-01T00:00:00Z' });
    const shelf = shelfOf([late, a, early], {}, 2);
    const places = ({ groups }: Shelf): unknown =>
      groups[0]?.entries.map(({ document, place }) => [document.id, place]);
    expect(places(shelf)).toEqual([
      ['l', 2],
      ['e', 1],
      ['a', null],
    ]);
    expect(shelf.underway).toBe(2);
    for (const waiting of [null, 3]) {
      expect(places(shelfOf([late, early], {}, waiting))).toEqual([
        ['l', null],
        ['e', null],
      ]);
    }
  });

  it('names the version whose place a document is going to take, and the original of a duplicate', () => {
    const next = documentLike({ id: 'n', status: 'parsing', replaces: 'a', uploadedAt: '2027' });
    const copy = documentLike({ id: 'd', duplicateOf: 'b', uploadedAt: '2028' });
    const entries = shelfOf([a, b, next, copy]).groups[0]?.entries ?? [];
    expect(entries.map(({ replaced, original }) => [replaced?.id, original?.id])).toEqual([
      [undefined, 'b'],
      ['a', undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('knows an entry again that is arranged anew', () => {
    const [first] = shelfOf([a, b]).groups[0]?.entries ?? [];
    const [again] = shelfOf([a, b]).groups[0]?.entries ?? [];
    const [changed] = shelfOf([a, { ...b, progress: 0.5 }]).groups[0]?.entries ?? [];
    expect(sameEntry(first ?? null, again ?? null)).toBe(true);
    expect(sameEntry(first ?? null, changed ?? null)).toBe(false);
    expect(sameEntry(first ?? null, null)).toBe(false);
  });
});
