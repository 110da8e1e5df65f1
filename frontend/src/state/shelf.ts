import { type DocumentRecord, isUnderway } from '../protocol';

export type ShelfStatus = 'all' | 'underway' | 'failed';

export type ShelfSort = 'added' | 'name' | 'date' | 'folder';

/** What a person wants to see of a collection, and in which order. */
export interface ShelfChoice {
  readonly text: string;
  readonly tag: string | null;
  readonly status: ShelfStatus;
  readonly sort: ShelfSort;
}

export interface ShelfEntry {
  readonly document: DocumentRecord;
  /** The versions whose place it took, newest first. */
  readonly older: readonly DocumentRecord[];
  /** The version whose place it takes once it is ready. */
  readonly replaced: DocumentRecord | null;
  readonly original: DocumentRecord | null;
  /** From 1, among those that wait to be read; null if it does not wait, or others may be before it. */
  readonly place: number | null;
}

export interface ShelfGroup {
  /** Null for documents in no folder, and if the order is not by folder. */
  readonly folder: string | null;
  readonly entries: readonly ShelfEntry[];
}

export interface Shelf {
  readonly groups: readonly ShelfGroup[];
  /** Every tag in use, in alphabetical order. */
  readonly tags: readonly string[];
  /** Superseded versions that stand below their successor are not counted. */
  readonly total: number;
  readonly shown: number;
  readonly failed: number;
  readonly underway: number;
}

export const wholeShelf: ShelfChoice = { text: '', tag: null, status: 'all', sort: 'added' };

/**
 * The documents as a person wants to see them: versions below their successor, chosen, ordered, grouped. Places in the
 * queue are told if all that is `waiting` on the server, as far as known, is of this collection.
 */
export function arrangeShelf(
  documents: ReadonlyMap<string, DocumentRecord>,
  choice: ShelfChoice,
  language: string,
  waiting: number | null = null,
): Shelf {
  const all = [...documents.values()];
  const older = versionsBySuccessor(documents);
  const below = new Set([...older.values()].flat());
  const top = all.filter((document) => !below.has(document));
  const queue = queuePlaces(all);
  const entries = top
    .filter((document) => matches(document, choice))
    .sort(orderOf(choice.sort, new Intl.Collator(language, { numeric: true })))
    .map((document) => ({
      document,
      older: older.get(document.id) ?? [],
      replaced: document.status === 'ready' ? null : known(documents, document.replaces),
      original: known(documents, document.duplicateOf),
      place: waiting === queue.size ? (queue.get(document.id) ?? null) : null,
    }));
  return {
    groups: choice.sort === 'folder' ? groupByFolder(entries) : [{ folder: null, entries }],
    tags: [...new Set(all.flatMap((document) => document.tags))].sort(),
    total: top.length,
    shown: entries.length,
    failed: all.filter(({ status }) => status === 'failed').length,
    underway: all.filter((document) => isUnderway(document)).length,
  };
}

/** Whether two entries look the same, so that a list of hundreds renders only what has changed. */
export function sameEntry(a: ShelfEntry | null, b: ShelfEntry | null): boolean {
  return (
    a === b ||
    (a !== null &&
      b !== null &&
      a.document === b.document &&
      a.replaced === b.replaced &&
      a.original === b.original &&
      a.place === b.place &&
      a.older.length === b.older.length &&
      a.older.every((version, index) => version === b.older[index]))
  );
}

export function titleOf({ title, filename }: Pick<DocumentRecord, 'title' | 'filename'>): string {
  return title === null || title === '' ? filename : title;
}

/** What was superseded stands below the newest version that is still here. */
function versionsBySuccessor(
  documents: ReadonlyMap<string, DocumentRecord>,
): ReadonlyMap<string, readonly DocumentRecord[]> {
  const older = new Map<string, DocumentRecord[]>();
  const found = new Map<DocumentRecord, DocumentRecord>();
  for (const document of documents.values()) {
    const newest = newestOf(document, documents, found);
    const versions = older.get(newest.id);
    if (versions !== undefined) {
      versions.push(document);
    } else if (newest !== document) {
      older.set(newest.id, [document]);
    }
  }
  for (const [id, versions] of older) {
    older.set(id, versions.filter((version) => version.id !== id).sort(newestFirst));
  }
  return older;
}

/** Walks from successor to successor and keeps what it `found` for the whole way. A circle ends where it closes. */
function newestOf(
  document: DocumentRecord,
  documents: ReadonlyMap<string, DocumentRecord>,
  found: Map<DocumentRecord, DocumentRecord>,
): DocumentRecord {
  const way = new Set<DocumentRecord>();
  let newest = document;
  while (!way.has(newest) && !found.has(newest)) {
    way.add(newest);
    newest = known(documents, newest.supersededBy) ?? newest;
  }
  newest = found.get(newest) ?? newest;
  for (const passed of way) {
    found.set(passed, newest);
  }
  return newest;
}

function queuePlaces(documents: readonly DocumentRecord[]): ReadonlyMap<string, number> {
  return new Map(
    documents
      .filter(({ status }) => status === 'queued')
      .sort((a, b) => compare(a.uploadedAt, b.uploadedAt))
      .map(({ id }, index) => [id, index + 1]),
  );
}

function matches(document: DocumentRecord, { text, tag, status }: ShelfChoice): boolean {
  const { filename, folder, tags, author } = document;
  const named = [titleOf(document), `${folder ?? ''}/${filename}`, author ?? ''];
  const wanted = text.trim().toLowerCase();
  return (
    (status === 'all' ||
      (status === 'failed' ? document.status === 'failed' : isUnderway(document))) &&
    (tag === null || tags.includes(tag)) &&
    (wanted === '' || named.join('\n').toLowerCase().includes(wanted))
  );
}

type Order = (a: DocumentRecord, b: DocumentRecord) => number;

function orderOf(sort: ShelfSort, collator: Intl.Collator): Order {
  const byName: Order = (a, b) =>
    collator.compare(titleOf(a), titleOf(b)) || compare(a.id, b.id);
  switch (sort) {
    case 'added':
      return (a, b) => newestFirst(a, b) || byName(a, b);
    case 'name':
      return byName;
    case 'date':
      return (a, b) => compare(b.date ?? '', a.date ?? '') || byName(a, b);
    case 'folder':
      return (a, b) => collator.compare(a.folder ?? '', b.folder ?? '') || byName(a, b);
  }
}

function newestFirst(a: DocumentRecord, b: DocumentRecord): number {
  return compare(b.uploadedAt, a.uploadedAt);
}

/** Plain strings, for times and ids. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupByFolder(entries: readonly ShelfEntry[]): readonly ShelfGroup[] {
  const groups = new Map<string, ShelfEntry[]>();
  for (const entry of entries) {
    const folder = entry.document.folder ?? '';
    const group = groups.get(folder);
    if (group === undefined) {
      groups.set(folder, [entry]);
    } else {
      group.push(entry);
    }
  }
  return [...groups].map(([folder, group]) => ({
    folder: folder === '' ? null : folder,
    entries: group,
  }));
}

function known(
  documents: ReadonlyMap<string, DocumentRecord>,
  id: string | null,
): DocumentRecord | null {
  return id === null ? null : (documents.get(id) ?? null);
}
