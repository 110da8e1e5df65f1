import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, find, findAll, mount, settled, textOf } from '../../components/mount.fixture';
import { PassimApi } from '../../connection';
import { documentLike } from '../../protocol/document.fixture';
import type { PageWord } from '../../state';
import { openPdf } from '../pdf-view/pdf-view';
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

let replies: Record<string, () => Response>;
const wordsPath = '/api/v1/documents/d_1/pages/1/words';

beforeEach(() => {
  replies = {
    '/api/v1/documents/d_1': () => new Response(JSON.stringify(page)),
    '/api/v1/documents/d_1/text': () =>
      new Response(JSON.stringify({ text, pages: [{ number: 1, start: 0, end: text.length }] })),
    '/api/v1/documents/d_1/content': () => new Response(new Uint8Array(scan)),
    [wordsPath]: () => new Response(JSON.stringify({ page: 1, words })),
  };
  vi.stubGlobal('fetch', (url: URL) => Promise.resolve(replies[url.pathname]?.()));
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

describe('a scan whose words have places', () => {
  it('is shown as pages', async () => {
    const viewer = await open();
    await until(viewer, () => {
      expect(findAll(viewer, 'passim-pdf-view .page')).toHaveLength(1);
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

describe('the file of a scan', () => {
  const bytes = (): ArrayBuffer => new Uint8Array(scan).buffer;

  it('asks once for the words of a page, and again if it did not get them', async () => {
    const recognise = vi
      .fn<(page: number) => Promise<readonly PageWord[]>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue(words);
    const file = await openPdf(bytes(), recognise);
    expect((await file.text(1)).kind).toBe('drawn');
    const [first, second] = await Promise.all([file.text(1), file.text(1)]);
    expect([first.kind, second.kind]).toEqual(['recognised', 'recognised']);
    expect(first.strings.map((string) => string.trim())).toEqual(text.split(' '));
    expect(recognise.mock.calls).toEqual([[1], [1]]);
    file.close();
  }, 20_000);

  it('does not ask where a page has words of its own', async () => {
    const own = readFileSync('../src/test/resources/files/two-pages.pdf');
    const recognise = vi.fn(() => Promise.resolve(words));
    const file = await openPdf(new Uint8Array(own).buffer, recognise);
    const text = await file.text(2);
    expect([text.kind, text.strings.join(' ').includes('25 minutes')]).toEqual(['drawn', true]);
    expect(recognise).not.toHaveBeenCalled();
    file.close();
  }, 20_000);
});
