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

beforeEach(() => {
  requests = [];
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

  it('says in words what failed, and offers to try again', async () => {
    delete replies['GET /api/v1/collections'];
    const library = await open();
    expect(find(library, '[role="alert"]').textContent).toBe('This collection no longer exists.');
    expect(button(library, 'Try again')).toBeDefined();
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
