import type { LitElement } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  mount,
  settled,
  textOf,
} from '../components/mount.fixture';
import { PassimApi } from '../connection';
import { en } from '../i18n';
import { goldenText } from '../protocol/golden.fixture';
import type { Collection, DocumentRecord } from '../state';
import './library-page/library-page';
import { Uploads } from './uploads/uploads';
import './viewer-page/viewer-page';
import './welcome/welcome';

const text = 'First page.\n\nPart-time staff receive 20 days.';
const documentText = JSON.stringify({
  text,
  pages: [
    { number: 1, start: 0, end: 11 },
    { number: 2, start: 13, end: text.length },
  ],
});
const ready = JSON.parse(goldenText('document-ready')) as DocumentRecord;
const duplicate: DocumentRecord = {
  ...ready,
  id: 'd_dup',
  filename: 'copy.pdf',
  title: 'Copy',
  duplicateOf: ready.id,
};

let replies: Record<string, string>;
let requests: string[];
let refusals: Record<string, readonly [number, string]>;

beforeEach(() => {
  requests = [];
  refusals = {};
  replies = {
    'GET /api/v1/collections': `[${goldenText('collection')}]`,
    'GET /api/v1/collections/samples/documents': `[${goldenText('document-ready')},${goldenText('document-failed')},${JSON.stringify(duplicate)}]`,
    'GET /api/v1/documents/d_1': JSON.stringify({ ...ready, id: 'd_1' }),
    'GET /api/v1/documents/d_1/text': documentText,
    [`DELETE /api/v1/documents/${ready.id}`]: '',
  };
  vi.stubGlobal('fetch', (url: URL, init: RequestInit) => {
    const key = `${init.method ?? 'GET'} ${url.pathname}`;
    requests.push(key);
    const body = replies[key];
    const [status, problem] = refusals[key] ?? [];
    if (status !== undefined) {
      return Promise.resolve(new Response(problem, { status }));
    }
    return Promise.resolve(
      body === undefined
        ? new Response(goldenText('problem'), { status: 404 })
        : new Response(body || null),
    );
  });
});

const api = new PassimApi(new URL('https://passim.example/'));

describe('viewer', () => {
  async function open(id: string, start: number | null, end: number | null): Promise<Element> {
    const viewer = document.createElement('passim-viewer-page');
    Object.assign(viewer, { api, documentId: id, start, end });
    return mount(viewer);
  }

  it('marks exactly the quoted words, and gives them the focus', async () => {
    const start = text.indexOf('20 days');
    const viewer = await open('d_1', start, start + 7);
    const mark = find(viewer, 'mark');
    expect(mark.textContent).toBe('20 days');
    expect((mark.getRootNode() as ShadowRoot).activeElement).toBe(mark);
    expect(findAll(viewer, '.text').map((page) => page.textContent)).toEqual([
      'First page.\n\n',
      'Part-time staff receive 20 days.',
    ]);
    expect(await accessibilityViolations(viewer)).toEqual([]);
  });

  it('links to the original as a download', async () => {
    const viewer = await open('d_1', null, null);
    const link = find<HTMLAnchorElement>(viewer, 'a[download]');
    expect(link.getAttribute('href')).toBe('https://passim.example/api/v1/documents/d_1/content');
  });

  it('says so where the span lies outside the text', async () => {
    const viewer = await open('d_1', 5, 9999);
    expect(findAll(viewer, 'mark')).toEqual([]);
    expect(textOf(viewer)).toContain('The quoted place lies outside this text.');
  });

  it('says so where the document is gone', async () => {
    expect(textOf(await open('d_gone', 1, 2))).toContain('This document is not here');
  });

  it('renders markup in a document as text', async () => {
    const attack = '<img src=x onerror=alert(1)>';
    replies['GET /api/v1/documents/d_1/text'] = JSON.stringify({ text: attack, pages: [] });
    const viewer = await open('d_1', null, null);
    expect(findAll(viewer, 'img')).toEqual([]);
    expect(textOf(viewer)).toContain(attack);
  });
});

describe('library', () => {
  async function open(): Promise<HTMLElementTagNameMap['passim-library-page']> {
    const library = document.createElement('passim-library-page');
    library.api = api;
    library.uploads = new Uploads(api);
    const page = await mount(library);
    await settled(page);
    return page;
  }

  it('tells of each document how it is, and of a failure why', async () => {
    const library = await open();
    const content = textOf(library);
    expect(content).toContain('Ready');
    expect(content).toContain('The file is protected by a password.');
    expect(content).toContain('Same content as “Leave policy”');
    expect(await accessibilityViolations(library)).toEqual([]);
  });

  async function choose(library: LitElement, title: string, item: string): Promise<void> {
    button(library, `Actions for “${title}”`).click();
    await settled(library);
    button(library, item).click();
    await settled(library);
  }

  it('deletes only after a confirmation', async () => {
    const library = await open();
    await choose(library, 'Leave policy', 'Delete…');
    expect(requests.some((request) => request.startsWith('DELETE'))).toBe(false);
    const dialogs = [find<HTMLDialogElement>(library, 'dialog[aria-describedby]')];
    button(library, 'Cancel').click();
    await settled(library);
    await choose(library, 'Leave policy', 'Delete…');
    dialogs.push(find<HTMLDialogElement>(library, 'dialog[aria-describedby]'));
    button(library, 'Delete').click();
    await settled(library);
    expect(dialogs.map(({ open }) => open)).toEqual([false, false]);
    expect(requests).toContain(`DELETE /api/v1/documents/${ready.id}`);
    expect(findAll(library, 'passim-confirm')).toEqual([]);
  });

  it('tells from which confidence the collection answers, and resets it to the server’s', async () => {
    const strict = goldenText('collection').replace('"threshold": null', '"threshold": 0.425');
    replies['GET /api/v1/collections'] = `[${strict}]`;
    replies['PATCH /api/v1/collections/samples'] = goldenText('collection');
    const library = await open();
    expect(textOf(library)).toContain('Answers from a confidence of 42.5% on, chosen for this collection');
    expect(await accessibilityViolations(library)).toEqual([]);
    replies['GET /api/v1/collections'] = `[${goldenText('collection')}]`;
    button(library, 'Use the server’s 27%').click();
    await settled(library);
    expect(requests).toContain('PATCH /api/v1/collections/samples');
    expect(textOf(library)).toContain('Answers from a confidence of 27% on');
    expect(textOf(library)).not.toContain('chosen for this collection');
  });

  it('saves what is edited, and shows it', async () => {
    replies[`GET /api/v1/collections/samples/tags`] = '[{"tag":"hr","documents":3}]';
    replies[`PATCH /api/v1/documents/${ready.id}`] = JSON.stringify({ ...ready, title: 'Leave 2026' });
    const library = await open();
    await choose(library, 'Leave policy', 'Edit details…');
    expect(textOf(find(library, '.known'))).toContain('hr');
    const dialog = find<HTMLDialogElement>(library, 'dialog[aria-labelledby]');
    find<HTMLInputElement>(library, '#title').value = 'Leave 2026';
    find(library, 'passim-document-edit form').dispatchEvent(
      new Event('submit', { cancelable: true }),
    );
    await vi.waitFor(() => {
      expect(textOf(library)).toContain('Leave 2026');
    });
    expect(findAll(library, 'passim-document-edit')).toEqual([]);
    expect(dialog.open).toBe(false);
  });

  it('keeps the editor open with what the server did not accept', async () => {
    const library = await open();
    await choose(library, 'Leave policy', 'Edit details…');
    refusals[`PATCH /api/v1/documents/${ready.id}`] = [
      400,
      '{"code":"metadata_invalid","detail":"The date is no day."}',
    ];
    find<HTMLInputElement>(library, '#author').value = 'X';
    find(library, 'passim-document-edit form').dispatchEvent(
      new Event('submit', { cancelable: true }),
    );
    await settled(library);
    expect(textOf(find(library, 'passim-document-edit'))).toContain('The date is no day.');
  });

  it('reads a document again, and tells if that is refused', async () => {
    const path = `/api/v1/documents/${ready.id}/ingest`;
    const queued = { ...ready, id: 'd_again', status: 'queued', replaces: ready.id };
    refusals[`POST ${path}`] = [409, '{"code":"document_in_progress"}'];
    const library = await open();
    await choose(library, 'Leave policy', 'Read again');
    await settled(library);
    expect(find(library, '.toast').textContent).toContain('being read already');
    refusals = {};
    replies[`POST ${path}`] = JSON.stringify(queued);
    await choose(library, 'Leave policy', 'Read again');
    await vi.waitFor(() => {
      expect(textOf(library)).toContain('which answers until this one is ready');
    });
    expect(find<HTMLElement>(library, '.toast').hidden).toBe(true);
  });

  it('sends a chosen file as the new version of a document, into its folder', async () => {
    replies['GET /api/v1/collections/samples/documents'] = JSON.stringify([
      { ...ready, folder: 'policies' },
    ]);
    const library = await open();
    const added = vi.spyOn(library.uploads, 'add').mockReturnValue(undefined);
    await choose(library, 'Leave policy', 'Add a new version…');
    const input = find<HTMLInputElement>(library, '#version');
    const file = new File(['x'], 'leave-2026.pdf');
    Object.defineProperty(input, 'files', { value: [file] });
    input.dispatchEvent(new Event('change'));
    expect(added.mock.calls).toEqual([['samples', [{ file, folder: 'policies' }], ready.id]]);
  });

  it('says of a file that is too large for the server why it is not sent', async () => {
    replies['GET /api/v1/ingest'] = JSON.stringify({
      waiting: 0,
      running: 0,
      bytesLeft: 0,
      bytesPerSecond: null,
      pagesPerSecond: null,
      secondsLeft: null,
      restoring: false,
      maxFileBytes: 3,
    });
    const library = await open();
    library.uploads.add('samples', [{ file: new File(['long'], 'long.txt'), folder: null }]);
    await vi.waitFor(() => {
      expect(textOf(library)).toContain('The file is larger than the 3 bytes that this server accepts.');
    });
  });

  it('narrows a long list, and says how many are left out', async () => {
    replies['GET /api/v1/collections/samples/documents'] = JSON.stringify(
      Array.from({ length: 12 }, (_, n) => ({
        ...ready,
        id: `d_${n}`,
        title: `Rule ${n}`,
        tags: n < 3 ? ['hr'] : [],
      })),
    );
    const library = await open();
    findAll<HTMLButtonElement>(library, '.tag')[0]?.click();
    await settled(library);
    expect(findAll(library, 'passim-document-row')).toHaveLength(3);
    expect(textOf(library)).toContain('3 of 12 documents');
    button(library, 'Show all').click();
    await settled(library);
    expect(findAll(library, 'passim-document-row')).toHaveLength(12);
    expect(await accessibilityViolations(library)).toEqual([]);
  });

  it('says in words what failed, and offers to try again', async () => {
    delete replies['GET /api/v1/collections'];
    const library = await open();
    expect(find(library, '[role="alert"]').textContent).toBe('This collection no longer exists.');
    expect(button(library, 'Try again')).toBeDefined();
  });

  it('no longer says that a list failed once it has come', async () => {
    class FakeSource extends EventTarget {
      static last: FakeSource | null = null;
      onopen: (() => void) | null = null;
      readonly close = vi.fn();

      constructor() {
        super();
        FakeSource.last = this;
      }
    }
    vi.stubGlobal('EventSource', FakeSource);
    refusals['GET /api/v1/collections/samples/documents'] = [503, '{"code":"overloaded"}'];
    const library = await open();
    expect(textOf(find(library, '.problem'))).toBe(en.problems.overloaded);
    refusals = {};
    FakeSource.last?.onopen?.();
    await vi.waitFor(() => {
      expect(textOf(library)).toContain('Leave policy');
    });
    expect(textOf(library)).not.toContain(en.problems.overloaded);
  });
});

describe('welcome', () => {
  async function welcome(collections: readonly Collection[]): Promise<Element> {
    const element = document.createElement('passim-welcome');
    element.collections = collections;
    return mount(element);
  }
  const samples = JSON.parse(goldenText('collection')) as Collection;

  it('offers questions about the samples', async () => {
    expect(findAll(await welcome([samples]), 'li button').length).toBeGreaterThanOrEqual(3);
  });

  it('offers none where there are no samples', async () => {
    expect(findAll(await welcome([{ ...samples, id: 'mine' }]), 'li button')).toEqual([]);
  });

  it('invites to add documents where there are none', async () => {
    const element = await welcome([{ ...samples, documents: 0 }]);
    expect(find(element, 'a').getAttribute('href')).toBe('/library');
  });
});
