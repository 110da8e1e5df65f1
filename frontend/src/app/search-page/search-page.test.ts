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
import { goldenText } from '../../protocol/golden.fixture';
import { readSearchScope } from '../../state';
import './search-page';

const hit = {
  documentId: 'd_1',
  title: 'Leave <b>policy</b>',
  page: 2,
  start: 18,
  end: 60,
  text: 'Part-time staff receive <img src=x onerror=alert(1)> 20 days.\n\nLeave is paid.',
};
const score = {
  passage: 0,
  rank: 1,
  score: 1,
  lexical: 11.2,
  dense: null,
  terms: Array.from({ length: 9 }, (_, n) => ({ term: ['leave', 'days'][n] ?? `word${n}`, weight: 4.1 / (n + 1) })),
};
const second = { ...score, passage: 1, rank: 2, dense: 0.71, fusion: { lexical: 0.5, dense: 0.3 }, terms: [] };
const found = { query: 'leave', passages: [hit, hit], retrieval: [score, second], indexGeneration: 41 };

let sent: unknown[];
let reply: () => Response;

beforeEach(() => {
  sent = [];
  reply = () => new Response(JSON.stringify(found));
  history.replaceState(null, '', '/search');
  vi.stubGlobal('fetch', (url: URL, init: RequestInit) => {
    if (url.pathname === '/api/v1/search') {
      sent.push(JSON.parse(init.body as string));
      return Promise.resolve(reply());
    }
    return Promise.resolve(new Response(`[${goldenText('collection')}]`));
  });
});

type Page = HTMLElementTagNameMap['passim-search-page'];

async function open(address: string): Promise<Page> {
  const page = document.createElement('passim-search-page');
  page.api = new PassimApi(new URL('https://passim.example/'));
  page.scope = readSearchScope(address);
  await mount(page);
  await settled(page);
  return page;
}

describe('the search bench', () => {
  it('makes the search that the address asks for', async () => {
    await open('?q=leave&collection=samples&tag=hr&limit=20');
    expect(sent).toEqual([
      { query: 'leave', limit: 20, collectionIds: ['samples'], filters: { tags: ['hr'] } },
    ]);
  });

  it('shows each passage, the words that matched, and the parts of its score', async () => {
    const page = await open('?q=leave');
    const [first = '', next = ''] = findAll(page, 'passim-search-hit').map(textOf);
    expect(findAll(page, 'mark').map((mark) => mark.textContent)).toEqual(['days', 'Leave']);
    expect(first).toContain('Words (BM25) 11.2 Meaning (cosine) not compared');
    expect(next).toContain('0.71 fusion.lexical 0.5fusion.dense 0.3');
    expect(next).toContain('No word matched');
    expect(find<HTMLAnchorElement>(page, 'h3 a').getAttribute('href')).toBe(
      '/documents/d_1?start=18&end=60',
    );
    expect(textOf(find(page, '[role="status"]'))).toMatch(
      /^ 2 passages found among the 431 passages of all collections · in .* · index generation 41 $/,
    );
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('renders what documents say as text', async () => {
    const page = await open('?q=leave');
    expect(findAll(page, 'img, b')).toEqual([]);
    expect(textOf(page)).toContain('<img src=x onerror=alert(1)>');
  });

  it('keeps the further words of a long query behind a button', async () => {
    const page = await open('?q=leave');
    expect(findAll(page, '.bars li')).toHaveLength(6);
    button(page, 'and 3 more words').click();
    await settled(page);
    expect(findAll(page, '.bars li')).toHaveLength(9);
  });

  it('says in its address what was searched for', async () => {
    const page = await open('');
    expect(sent).toEqual([]);
    find<HTMLInputElement>(page, '#query').value = '  sick pay ';
    find(page, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await settled(page);
    expect(location.pathname + location.search).toBe('/search?q=sick+pay');
    const limit = find<HTMLSelectElement>(page, 'select');
    limit.value = '50';
    limit.dispatchEvent(new Event('change'));
    await settled(page);
    expect(location.search).toBe('?q=sick+pay&limit=50');
    expect(sent).toEqual([
      { query: 'sick pay', limit: 10 },
      { query: 'sick pay', limit: 50 },
    ]);
  });

  it('says that nothing was found, and what may help', async () => {
    reply = () => new Response(JSON.stringify({ ...found, passages: [], retrieval: [] }));
    const page = await open('?q=zebra');
    expect(textOf(page)).toContain('Nothing was found');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('invites to add documents where there are none to search', async () => {
    reply = () => new Response(JSON.stringify({ ...found, passages: [], retrieval: [] }));
    const collection = JSON.parse(goldenText('collection')) as object;
    const page = await open('');
    vi.stubGlobal('fetch', (url: URL) =>
      Promise.resolve(
        url.pathname === '/api/v1/search'
          ? reply()
          : new Response(JSON.stringify([{ ...collection, passages: 0 }])),
      ),
    );
    const empty = await open('?q=leave');
    expect(find(empty, '.outcome a').getAttribute('href')).toBe('/library');
    expect(findAll(page, '.outcome a')).toEqual([]);
  });

  it('says why it failed, and tries again', async () => {
    reply = () => new Response('{"code":"filter_invalid"}', { status: 400 });
    const page = await open('?q=leave&from=2026-01-01');
    expect(textOf(find(page, '[role="alert"]'))).toContain('did not understand the filter');
    expect(await accessibilityViolations(page)).toEqual([]);
    reply = () => new Response(JSON.stringify(found));
    button(page, 'Try again').click();
    await settled(page);
    expect(findAll(page, 'passim-search-hit')).toHaveLength(2);
  });

  it('shows the last search, whichever comes back first', async () => {
    let late: ((response: Response) => void) | undefined;
    reply = () => new Response(JSON.stringify({ ...found, passages: [], retrieval: [] }));
    const page = await open('');
    vi.stubGlobal('fetch', (_: URL, init: RequestInit) =>
      (init.body as string).includes('slow')
        ? new Promise<Response>((resolve) => (late = resolve))
        : Promise.resolve(reply()),
    );
    page.scope = readSearchScope('?q=slow');
    await settled(page);
    page.scope = readSearchScope('?q=fast');
    await settled(page);
    late?.(new Response(JSON.stringify(found)));
    await settled(page);
    expect(findAll(page, 'passim-search-hit')).toEqual([]);
  });
});
