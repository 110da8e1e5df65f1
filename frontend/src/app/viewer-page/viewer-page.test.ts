import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  mount,
  settled,
  textOf,
} from '../../components/mount.fixture';
import { PassimApi } from '../../connection';
import type { CitationStepEvent } from '../../events';
import { goldenText } from '../../protocol/golden.fixture';
import type { CitedPlace, DocumentRecord } from '../../state';
import './viewer-page';
import type { ViewerPageElement } from './viewer-page';

const text = 'Règles. Part-time staff receive 20 days.\n\nREGLES: managers receive 30 days.';
const pages = [
  { number: 1, label: 'iv', start: 0, end: 40 },
  { number: 2, start: 42, end: text.length },
];
const ready = JSON.parse(goldenText('document-ready')) as DocumentRecord;
const page: DocumentRecord = { ...ready, id: 'd_1', mediaType: 'text/html', title: 'Rules' };

let replies: Record<string, { readonly status: number; readonly body: unknown }>;

beforeEach(() => {
  replies = {
    '/api/v1/documents/d_1': { status: 200, body: page },
    '/api/v1/documents/d_1/text': { status: 200, body: { text, pages } },
  };
  vi.stubGlobal('fetch', (url: URL) => {
    const { status, body } = replies[url.pathname] ?? {
      status: 404,
      body: { code: 'document_not_found' },
    };
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});

async function open(
  start: number | null = null,
  end: number | null = null,
  trail: readonly CitedPlace[] = [],
): Promise<ViewerPageElement> {
  const viewer = document.createElement('passim-viewer-page');
  const api = new PassimApi(new URL('https://passim.example/'));
  Object.assign(viewer, { api, documentId: 'd_1', start, end, trail });
  await mount(viewer);
  await settled(viewer);
  return viewer;
}

function press(viewer: Element, key: string, shiftKey = false): void {
  const target = findAll(viewer, 'input').find((input) => input.closest('form')) ?? viewer;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, composed: true, cancelable: true }),
  );
}

describe('a document that is not the last word', () => {
  it('that was superseded says so and leads to the newer version, and still shows its words', async () => {
    replies['/api/v1/documents/d_1'] = {
      status: 200,
      body: { ...page, status: 'superseded', supersededBy: 'd_2' },
    };
    const viewer = await open(32, 39);
    expect(textOf(viewer)).toContain('A newer version of this document is in force.');
    expect(find(viewer, '.superseded a').getAttribute('href')).toBe('/documents/d_2');
    expect(find(viewer, 'mark').textContent).toBe('20 days');
    expect(await accessibilityViolations(viewer)).toEqual([]);
  });

  it('that was deleted says so', async () => {
    replies['/api/v1/documents/d_1'] = { status: 410, body: { code: 'document_deleted' } };
    const viewer = await open(1, 2);
    expect(textOf(viewer)).toContain('This document has been deleted');
    expect(await accessibilityViolations(viewer)).toEqual([]);
  });

  it('of a server that knows no versions is in force', async () => {
    expect(findAll(await open(), '.note')).toEqual([]);
  });
});

describe('what cannot be drawn', () => {
  it('is read as text, with no choice of pages', async () => {
    const viewer = await open();
    expect(findAll(viewer, 'passim-document-text')).toHaveLength(1);
    expect(findAll(viewer, '.choice')).toEqual([]);
  });

  it('is read as text where the original of a PDF was not kept, which is said', async () => {
    replies['/api/v1/documents/d_1'] = {
      status: 200,
      body: { ...page, mediaType: 'application/pdf' },
    };
    replies['/api/v1/documents/d_1/content'] = {
      status: 404,
      body: { code: 'original_not_kept' },
    };
    const viewer = await open(32, 39);
    await vi.waitFor(() => {
      expect(textOf(viewer)).toContain('The pages of the original cannot be shown.');
    });
    await settled(viewer);
    expect(find(viewer, 'mark').textContent).toBe('20 days');
    expect(await accessibilityViolations(viewer)).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const detail = 'None of the 2 files inside can be read. Of the first: Files of type x cannot be read.';
  const failed = { ...page, status: 'failed', problem: { code: 'document_without_text', detail } };

  it('says why, and gives the original back', async () => {
    replies['/api/v1/documents/d_1'] = { status: 200, body: failed };
    const viewer = await open();
    const text = textOf(viewer);
    expect(text).toContain('This document could not be read');
    expect(text).toContain('No text was found in the file.');
    expect(find(viewer, '.cause[lang="en"]').textContent).toBe(detail);
    expect(find<HTMLAnchorElement>(viewer, 'a[download]').href).toContain('/documents/d_1/content');
    expect(await accessibilityViolations(viewer)).toEqual([]);
  });

  it('offers no original where none was kept', async () => {
    replies['/api/v1/documents/d_1'] = { status: 200, body: { ...failed, sha256: '' } };
    expect(findAll(await open(), 'a[download]')).toEqual([]);
  });

  it('may be on its way', async () => {
    replies['/api/v1/documents/d_1'] = { status: 200, body: { ...page, status: 'parsing' } };
    const text = textOf(await open());
    expect(text).toContain('It is still being read.');
    expect(text).not.toContain('could not be read');
  });

  it('is said of single pages', async () => {
    replies['/api/v1/documents/d_1'] = {
      status: 200,
      body: { ...page, pages: 12, pagesWithoutText: 3 },
    };
    expect(find(await open(), '.note').textContent).toContain('3 of 12 pages have no text');
  });
});

describe('search in the document', () => {
  async function searchFor(query: string, start?: number, end?: number): Promise<ViewerPageElement> {
    const viewer = await open(start, end);
    press(viewer, '/');
    await settled(viewer);
    const input = find<HTMLInputElement>(viewer, 'passim-find-bar input');
    input.value = query;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled(viewer);
    return viewer;
  }
  const count = (viewer: Element): string => textOf(find(viewer, '.count')).trim();
  const current = (viewer: Element): string => find(viewer, 'mark.current').textContent;

  it('opens with a key and takes the focus', async () => {
    const viewer = await searchFor('');
    const input = find(viewer, 'passim-find-bar input');
    expect((input.getRootNode() as ShadowRoot).activeElement).toBe(input);
    expect(count(viewer)).toBe('');
    expect(await accessibilityViolations(viewer)).toEqual([]);
  });

  it('counts over all pages, whatever case and accents, and goes round with Enter', async () => {
    const viewer = await searchFor('regles');
    expect([count(viewer), current(viewer)]).toEqual(['1 of 2', 'Règles']);
    press(viewer, 'Enter');
    await settled(viewer);
    expect([count(viewer), current(viewer)]).toEqual(['2 of 2', 'REGLES']);
    press(viewer, 'Enter');
    await settled(viewer);
    expect(count(viewer)).toBe('1 of 2');
    press(viewer, 'Enter', true);
    await settled(viewer);
    expect(count(viewer)).toBe('2 of 2');
    expect(find(viewer, '.count').getAttribute('role')).toBe('status');
  });

  it('begins at the quoted words, and leaves them marked', async () => {
    const viewer = await searchFor('receive', 32, 39);
    expect(count(viewer)).toBe('2 of 2');
    expect(find(viewer, 'mark.cited').textContent).toBe('20 days');
  });

  it('says that there is nothing', async () => {
    const viewer = await searchFor('zebra');
    expect(count(viewer)).toBe('No match');
    expect(button(viewer, 'Next match (Enter)').disabled).toBe(true);
  });

  it('ends with Escape, and its marks with it', async () => {
    const viewer = await searchFor('days');
    expect(findAll(viewer, 'mark').length).toBe(2);
    press(viewer, 'Escape');
    await settled(viewer);
    expect(findAll(viewer, 'mark, passim-find-bar')).toEqual([]);
  });
});

describe('the citations of an answer', () => {
  const trail = [
    { documentId: 'd_1', start: 32, end: 39 },
    { documentId: 'd_2', start: 5, end: 9 },
    { documentId: 'd_1', start: 67, end: 74 },
  ];

  async function stepped(act: (viewer: Element) => void): Promise<readonly string[]> {
    const viewer = await open(32, 39, trail);
    const paths: string[] = [];
    viewer.addEventListener('passim-citation-step', ({ path }: CitationStepEvent) => {
      paths.push(path);
    });
    act(viewer);
    return paths;
  }

  it('are counted, and stepped through across documents', async () => {
    const viewer = await open(32, 39, trail);
    expect(textOf(viewer)).toContain('Citation 1 of 3');
    expect(await accessibilityViolations(viewer)).toEqual([]);
    const next = '/documents/d_2?start=5&end=9';
    const last = '/documents/d_1?start=67&end=74';
    expect(await stepped((v) => { button(v, 'Next citation (n)').click(); })).toEqual([next]);
    expect(await stepped((v) => { press(v, 'n'); })).toEqual([next]);
    expect(await stepped((v) => { press(v, ']'); })).toEqual([next]);
    expect(await stepped((v) => { press(v, 'p'); })).toEqual([last]);
    expect(await stepped((v) => { press(v, '['); })).toEqual([last]);
  });

  it('show another span of the same document without opening it anew', async () => {
    const viewer = await open(32, 39, trail);
    Object.assign(viewer, { start: 67, end: 74 });
    await settled(viewer);
    expect(find(viewer, 'mark').textContent).toBe('30 days');
    expect(textOf(viewer)).toContain('Citation 3 of 3');
  });

  it('are not missed where there are none', async () => {
    const viewer = await open(32, 39);
    press(viewer, 'n');
    expect(findAll(viewer, 'passim-citation-steps')).toEqual([]);
    expect(find(viewer, 'mark').textContent).toBe('20 days');
  });
});

describe('pages', () => {
  it('are called what is printed on them', async () => {
    const viewer = await open();
    expect(findAll(viewer, 'section').map((section) => section.getAttribute('aria-label'))).toEqual([
      'Page iv (1 of 2)',
      'Page 2 of 2',
    ]);
  });

  it('are gone to by what is printed on them, or by their number', async () => {
    const viewer = await open();
    const field = find<HTMLInputElement>(viewer, 'passim-page-controls input');
    const shown = find(viewer, 'passim-document-text').shadowRoot;
    for (const [asked, page] of [['2', '2'], ['IV', '1'], ['2', '2'], ['1', '1'], ['99', '1']]) {
      field.value = asked ?? '';
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settled(viewer);
      expect((shown?.activeElement as HTMLElement).dataset.page).toBe(page);
    }
  });
});
