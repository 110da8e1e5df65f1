import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, find, findAll, mount, settled, textOf } from '../../components/mount.fixture';
import { PassimApi } from '../../connection';
import { documentLike } from '../../protocol/document.fixture';
import type { PageWord } from '../../state';
import { openPdf, type PdfFile } from '../pdf-view/pdf-view';
import './viewer-page';
import type { ViewerPageElement } from './viewer-page';

// The same library as the browser has, in its build for engines that are older, such as the one that runs this.
vi.mock('pdfjs-dist', () => import('pdfjs-dist/legacy/build/pdf.mjs'));
vi.mock('pdfjs-dist/build/pdf.worker.min.mjs?url', () => ({
  default: import.meta.resolve('pdfjs-dist/legacy/build/pdf.worker.min.mjs'),
}));

const text = 'The goods lift is out of use until 9 June.';
const scan = readFileSync('../documents/en/goods-lift-notice-scan.pdf');
const page = documentLike({ id: 'd_1', mediaType: 'application/pdf', pages: 1 });
const words = text.split(' ').map((word, index) => ({
  text: word,
  line: 1 + Math.floor(index / 5),
  left: 0.1 + 0.1 * (index % 5),
  top: 0.1 + 0.05 * Math.floor(index / 5),
  width: 0.08,
  height: 0.02,
}));

const printed = readFileSync('../src/test/resources/files/two-pages.pdf');
const textReply = (recognised: boolean): Response =>
  new Response(JSON.stringify({ text, pages: [{ number: 1, start: 0, end: text.length, recognised }] }));

let replies: Record<string, () => Response>;
let asked: string[];
const wordsPath = '/api/v1/documents/d_1/pages/1/words';

beforeEach(() => {
  replies = {
    '/api/v1/documents/d_1': () => new Response(JSON.stringify(page)),
    '/api/v1/documents/d_1/text': () => textReply(true),
    '/api/v1/documents/d_1/content': () => new Response(new Uint8Array(scan)),
    [wordsPath]: () => new Response(JSON.stringify({ page: 1, words })),
  };
  asked = [];
  vi.stubGlobal('fetch', (url: URL) => {
    asked.push(url.pathname);
    return Promise.resolve(replies[url.pathname]?.());
  });
});

async function open(): Promise<ViewerPageElement> {
  const viewer = document.createElement('passim-viewer-page');
  const api = new PassimApi(new URL('https://passim.example/'));
  Object.assign(viewer, { api, documentId: 'd_1', start: 35, end: 41 });
  return mount(viewer);
}

async function until(viewer: ViewerPageElement, isSo: () => void): Promise<void> {
  await vi.waitFor(isSo, { timeout: 10_000 });
  await settled(viewer);
}

describe.each([
  ['scan', scan],
  ['page that also draws words of its own, such as a stamp,', printed],
])('a %s whose words have places', (_, original) => {
  it('is shown as pages', async () => {
    replies['/api/v1/documents/d_1/content'] = () => new Response(new Uint8Array(original));
    const viewer = await open();
    await until(viewer, () => {
      expect(findAll(viewer, 'passim-pdf-view .page').length).toBeGreaterThan(0);
    });
    // Time to find out that they are not there.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(findAll(viewer, '.note, passim-document-text')).toEqual([]);
    expect(button(viewer, 'Pages').getAttribute('aria-pressed')).toBe('true');
  }, 20_000);
});

describe.each([
  ['of which no words are known', () => new Response(JSON.stringify({ page: 1, words: [] }))],
  ['whose words are damaged', () => new Response('{"code":"text_damaged"}', { status: 500 })],
  ['of an older server', () => new Response('', { status: 404 })],
])('a scan %s', (_, reply) => {
  it('is shown as text, and as pages to who asks for them', async () => {
    replies[wordsPath] = reply;
    const viewer = await open();
    await until(viewer, () => {
      expect(textOf(viewer)).toContain('could not be traced on the pages');
    });
    expect(find(viewer, 'mark').textContent).toBe('9 June');
    button(viewer, 'Pages').click();
    await until(viewer, () => {
      expect(textOf(viewer)).toContain('stand on page 1, but cannot be marked there');
    });
    expect(findAll(viewer, 'passim-document-text')).toEqual([]);
    expect(find(viewer, 'passim-pdf-view .page').getAttribute('data-page')).toBe('1');
    expect(button(viewer, 'Pages').getAttribute('aria-pressed')).toBe('true');
    button(viewer, 'Text').click();
    await settled(viewer);
    expect(find(viewer, 'mark').textContent).toBe('9 June');
  }, 20_000);
});

describe('a page without recognised words', () => {
  it('is not asked for them', async () => {
    replies['/api/v1/documents/d_1/text'] = () => textReply(false);
    const viewer = await open();
    await until(viewer, () => {
      expect(textOf(viewer)).toContain('could not be traced on the pages');
    });
    expect(asked).not.toContain(wordsPath);
  }, 20_000);
});

describe('the file of a scan', () => {
  const opened = (
    bytes: Uint8Array,
    recognise: (page: number) => Promise<readonly PageWord[]>,
  ): Promise<PdfFile> => openPdf(new Uint8Array(bytes).buffer, recognise);

  it('asks once for the words of a page, and again if it did not get them', async () => {
    const recognise = vi
      .fn<(page: number) => Promise<readonly PageWord[]>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue(words);
    const file = await opened(scan, recognise);
    expect((await file.text(1)).words).toEqual([]);
    const [first, second] = await Promise.all([file.text(1), file.text(1)]);
    expect(first).toEqual(second);
    expect(first.strings.map((string) => string.trim())).toEqual(text.split(' '));
    expect(recognise.mock.calls).toEqual([[1], [1]]);
    file.close();
  }, 20_000);

  it('has what is drawn on a page behind what was recognised on it', async () => {
    const file = await opened(printed, () => Promise.resolve(words));
    const both = await file.text(2);
    expect(both.words).toHaveLength(words.length);
    expect(both.strings.slice(0, words.length).join('')).toContain('9 June.');
    expect(both.strings.slice(words.length).join(' ')).toContain('25 minutes');
    file.close();
  }, 20_000);
});
