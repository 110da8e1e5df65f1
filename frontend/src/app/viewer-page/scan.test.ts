import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, find, findAll, mount, settled, textOf } from '../../components/mount.fixture';
import { PassimApi } from '../../connection';
import { documentLike } from '../../protocol/document.fixture';
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

beforeEach(() => {
  const replies: Readonly<Record<string, BodyInit>> = {
    '/api/v1/documents/d_1': JSON.stringify(page),
    '/api/v1/documents/d_1/text': JSON.stringify({
      text,
      pages: [{ number: 1, start: 0, end: text.length }],
    }),
    '/api/v1/documents/d_1/content': new Uint8Array(scan),
  };
  vi.stubGlobal('fetch', (url: URL) => Promise.resolve(new Response(replies[url.pathname])));
});

async function open(): Promise<ViewerPageElement> {
  const viewer = document.createElement('passim-viewer-page');
  const api = new PassimApi(new URL('https://passim.example/'));
  Object.assign(viewer, { api, documentId: 'd_1', start: 35, end: 41 });
  return mount(viewer);
}

async function untilSaid(viewer: ViewerPageElement, words: string): Promise<void> {
  await vi.waitFor(
    () => {
      expect(textOf(viewer)).toContain(words);
    },
    { timeout: 10_000 },
  );
  await settled(viewer);
}

describe('a scan, on whose pages no words are drawn', () => {
  it('is shown as text, and as pages to who asks for them', async () => {
    const viewer = await open();
    await untilSaid(viewer, 'could not be traced on the pages');
    expect(find(viewer, 'mark').textContent).toBe('9 June');
    button(viewer, 'Pages').click();
    await untilSaid(viewer, 'stand on page 1, but cannot be marked there');
    expect(findAll(viewer, 'passim-document-text')).toEqual([]);
    expect(find(viewer, 'passim-pdf-view .page').getAttribute('data-page')).toBe('1');
    expect(button(viewer, 'Pages').getAttribute('aria-pressed')).toBe('true');
    button(viewer, 'Text').click();
    await settled(viewer);
    expect(find(viewer, 'mark').textContent).toBe('9 June');
  }, 20_000);
});
