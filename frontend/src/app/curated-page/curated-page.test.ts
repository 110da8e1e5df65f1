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
import { openLike, ownLike, quotedLike } from '../../protocol/curation.fixture';
import { documentLike } from '../../protocol/document.fixture';
import { goldenText } from '../../protocol/golden.fixture';
import type { Collection } from '../../state';
import './curated-page';

type Page = HTMLElementTagNameMap['passim-curated-page'];

const path = '/api/v1/curated';
const attack = '<img src=x onerror=alert(1)>';
const text = 'Lunch is at noon.\n\nIn winter lunch is at “half past\neleven”. In summer at noon.';
const document1 = documentLike({ id: 'd_1', title: 'Canteen', collectionId: 'samples' });

let replies: Record<string, unknown>;
let refusals: Record<string, readonly [number, string]>;
let requests: (readonly [string, unknown])[];
let gone: string[];

beforeEach(() => {
  requests = [];
  refusals = {};
  gone = [];
  replies = {
    'GET /api/v1/collections': [JSON.parse(goldenText('collection')) as Collection],
    'GET /api/v1/collections/samples/documents': [
      document1,
      documentLike({ id: 'd_2', title: 'Copy', duplicateOf: 'd_1' }),
    ],
    'GET /api/v1/documents/d_1': document1,
    'GET /api/v1/documents/d_1/text': {
      text,
      pages: [
        { number: 1, start: 0, end: 17 },
        { number: 2, start: 19, end: text.length },
      ],
    },
    [`GET ${path}`]: [ownLike(), quotedLike()],
    [`POST ${path}`]: ownLike(),
    [`DELETE ${path}/${ownLike().id}`]: null,
  };
  vi.stubGlobal('fetch', (url: URL, init: RequestInit) => {
    const key = `${init.method ?? 'GET'} ${url.pathname}`;
    requests.push([key, typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null]);
    const [status, problem] = refusals[key] ?? [];
    if (status !== undefined) {
      return Promise.resolve(new Response(problem, { status }));
    }
    return Promise.resolve(
      key in replies
        ? new Response(replies[key] === null ? null : JSON.stringify(replies[key]))
        : new Response('{"code":"document_not_found"}', { status: 404 }),
    );
  });
});

async function open(entry: string | null, reviewId: string | null = null): Promise<Page> {
  const page = document.createElement('passim-curated-page');
  page.api = new PassimApi(new URL('https://passim.example/'));
  page.entry = entry;
  page.reviewId = reviewId;
  page.addEventListener('passim-go', (event) => {
    gone.push(event.path);
  });
  await mount(page);
  await settled(page);
  return page;
}

async function type(page: Page, selector: string, value: string): Promise<void> {
  const field = find<HTMLInputElement>(page, selector);
  field.value = value;
  field.dispatchEvent(new Event('input'));
  await settled(page);
}

async function choose(page: Page, index: number, value: string): Promise<void> {
  const select = findAll<HTMLSelectElement>(page, 'passim-document-choice select')[index];
  if (select === undefined) {
    throw new Error('no select');
  }
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settled(page);
}

async function chooseKind(page: Page, own: boolean): Promise<void> {
  findAll(page, 'input[name="kind"]')[own ? 1 : 0]?.dispatchEvent(new Event('change'));
  await settled(page);
}

async function save(page: Page): Promise<void> {
  find(page, 'passim-curated-form form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settled(page);
}

function sent(key: string): unknown {
  return requests.filter(([request]) => request === key).at(-1)?.[1];
}

describe('the list of curated answers', () => {
  it('tells of each its words, where they are from, who is given them, and if nobody is', async () => {
    const page = await open(null);
    const [quoted, own] = findAll(page, 'li').map(textOf);
    expect(quoted).toContain('half past eleven');
    expect(quoted).toContain('quoted from House rules');
    expect(quoted).toContain('1 paraphrase');
    expect(quoted).toContain('in house');
    expect(quoted).toContain('Not given: there is a newer version of the document');
    expect(own).toContain('in your own words');
    expect(own).toContain('in all collections');
    expect(own).not.toContain('Not given');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('is searched, and narrowed to what is not given', async () => {
    const page = await open(null);
    await type(page, 'input[type="search"]', 'LUNCH');
    expect(findAll(page, 'li')).toHaveLength(1);
    expect(textOf(find(page, '.count'))).toContain('1 of 2 curated answers');
    await type(page, 'input[type="search"]', 'zebra');
    expect(textOf(page)).toContain('No curated answer matches this choice.');
    await type(page, 'input[type="search"]', '');
    const show = find<HTMLSelectElement>(page, '.bar select');
    show.value = 'stale';
    show.dispatchEvent(new Event('change'));
    await settled(page);
    expect(findAll(page, '.title').map((title) => textOf(title).trim())).toEqual([
      'When does the canteen open?',
    ]);
  });

  it('shows fifty at a time, and markup as text', async () => {
    replies[`GET ${path}`] = Array.from({ length: 120 }, (_, n) =>
      ownLike({ id: `k_${n}`, question: attack, text: attack }),
    );
    const page = await open(null);
    expect(findAll(page, 'li')).toHaveLength(50);
    button(page, 'Show 50 more').click();
    await settled(page);
    button(page, 'Show 20 more').click();
    await settled(page);
    expect(findAll(page, 'li')).toHaveLength(120);
    expect(findAll(page, 'img')).toEqual([]);
  });

  it('deletes one after a confirmation only', async () => {
    const page = await open(null);
    button(page, `Edit the answer to “${ownLike().question}”`).click();
    await settled(page);
    button(page, 'Delete…').click();
    await settled(page);
    expect(requests.some(([key]) => key.startsWith('DELETE'))).toBe(false);
    replies[`GET ${path}`] = [quotedLike()];
    button(page, 'Delete').click();
    await settled(page);
    expect(requests.map(([key]) => key)).toContain(`DELETE ${path}/${ownLike().id}`);
    expect(findAll(page, 'li')).toHaveLength(1);
  });

  it('says why there is none to see', async () => {
    replies[`GET ${path}`] = [];
    expect(textOf(await open(null))).toContain('Nothing is pinned yet.');
    refusals[`GET ${path}`] = [500, '{"code":"internal_error"}'];
    const page = await open(null);
    expect(textOf(find(page, '[role="alert"]'))).toContain('The server failed');
    refusals = {};
    button(page, 'Try again').click();
    await settled(page);
    expect(textOf(page)).toContain('Nothing is pinned yet.');
  });
});

describe('a new curated answer', () => {
  it('in own words is marked as such, and sent without empty paraphrases', async () => {
    const page = await open('new');
    await type(page, '#question', ' When is lunch? ');
    await chooseKind(page, true);
    expect(textOf(page)).toContain('no document is quoted');
    await type(page, '#text', 'At noon.');
    button(page, 'Add a paraphrase').click();
    await settled(page);
    await type(page, '[aria-label="Paraphrase 1"]', 'When do we eat?');
    button(page, 'Add a paraphrase').click();
    await settled(page);
    expect(await accessibilityViolations(page)).toEqual([]);
    await save(page);
    expect(sent(`POST ${path}`)).toEqual({
      question: 'When is lunch?',
      paraphrases: ['When do we eat?'],
      collectionIds: [],
      text: 'At noon.',
    });
    expect(gone).toEqual(['/curated']);
  });

  it('keeps what was written while the other kind of answer is looked at', async () => {
    const page = await open('new');
    await chooseKind(page, true);
    await type(page, '#text', 'At noon.');
    await chooseKind(page, false);
    await chooseKind(page, true);
    expect(find<HTMLTextAreaElement>(page, '#text').value).toBe('At noon.');
  });

  it('quotes words that were pasted, as the document writes them', async () => {
    const page = await open('new');
    await type(page, '#question', 'When is lunch?');
    await choose(page, 0, 'samples');
    expect(
      [...(findAll<HTMLSelectElement>(page, '.document select')[0]?.options ?? [])].map((option) =>
        option.text.trim(),
      ),
    ).toEqual(['Choose a document', 'Canteen']);
    await choose(page, 1, 'd_1');
    await type(page, '#words', '"half past eleven"');
    expect(textOf(find(page, '#found'))).toContain('Found once, on page 2.');
    expect(find(page, 'blockquote').textContent).toBe('“half past\neleven”');
    expect(find(page, 'mark.cited').textContent).toBe('“half past\neleven”');
    expect(await accessibilityViolations(page)).toEqual([]);
    await save(page);
    const start = text.indexOf('“half');
    expect(sent(`POST ${path}`)).toMatchObject({
      citation: { documentId: 'd_1', start, end: start + 18, text: '“half past\neleven”' },
    });
  });

  it('says if the words stand there several times, and which place is meant', async () => {
    const page = await open('new');
    await type(page, '#question', 'When is lunch?');
    await choose(page, 0, 'samples');
    await choose(page, 1, 'd_1');
    await type(page, '#words', 'at noon');
    expect(textOf(find(page, '#found'))).toContain('Found 2 times. Chosen: place 1, on page 1.');
    button(page, 'Next place').click();
    await settled(page);
    expect(textOf(find(page, '#found'))).toContain('place 2, on page 2');
    await save(page);
    expect(sent(`POST ${path}`)).toMatchObject({ citation: { start: text.lastIndexOf('at noon') } });
  });

  it('is not sent with words that the document does not hold', async () => {
    const page = await open('new');
    await type(page, '#question', 'When is lunch?');
    await choose(page, 0, 'samples');
    await choose(page, 1, 'd_1');
    await type(page, '#words', 'at midnight');
    expect(textOf(find(page, '#found'))).toContain('do not stand in this document');
    await save(page);
    expect(sent(`POST ${path}`)).toBeUndefined();
    expect(textOf(find(page, '#answer [role="alert"]'))).toContain('Choose a document, and words');
  });

  it('takes words that were selected in the text', async () => {
    const page = await open('new');
    await choose(page, 0, 'samples');
    await choose(page, 1, 'd_1');
    const view = find<HTMLElementTagNameMap['passim-document-text']>(page, 'passim-document-text');
    const start = text.lastIndexOf(' at noon');
    vi.spyOn(view, 'selectedSpan').mockReturnValue({ start, end: start + 8 });
    document.dispatchEvent(new Event('selectionchange'));
    await settled(page);
    button(page, 'Take “at noon”').click();
    await settled(page);
    expect(find<HTMLTextAreaElement>(page, '#words').value).toBe('at noon');
    expect(textOf(find(page, '#found'))).toContain('Chosen: place 2');
  });

  it('is searched in with the same bar as in the viewer', async () => {
    const page = await open('new');
    await choose(page, 0, 'samples');
    await choose(page, 1, 'd_1');
    button(page, 'Search in this document').click();
    await settled(page);
    await type(page, 'passim-find-bar input', 'LUNCH');
    expect(findAll(page, 'mark.match, mark.current')).toHaveLength(2);
  });

  it('needs a question, an answer, and collections if it is for some', async () => {
    const page = await open('new');
    await save(page);
    expect(textOf(find(page, '#question-problem'))).toContain('Write the question.');
    await type(page, '#question', 'When is lunch?');
    await chooseKind(page, true);
    await save(page);
    expect(textOf(find(page, '#answer [role="alert"]'))).toContain('Write the answer.');
    await type(page, '#text', 'At noon.');
    findAll(page, 'input[name="where"]')[1]?.dispatchEvent(new Event('change'));
    await settled(page);
    await save(page);
    expect(textOf(find(page, 'passim-curated-audience [role="alert"]'))).toContain('at least one');
    find(page, 'input[type="checkbox"]').dispatchEvent(new Event('change'));
    await settled(page);
    await save(page);
    expect(sent(`POST ${path}`)).toMatchObject({ collectionIds: ['samples'] });
  });

  it.each([
    ['curated_exists', 409, '#question-problem', 'has a curated answer already'],
    ['too_many_paraphrases', 400, 'passim-phrase-list [role="alert"]', 'At most 20'],
    ['answer_too_long', 400, '#answer > [role="alert"]', '4,000 characters'],
    ['citation_mismatch', 409, '#answer > [role="alert"]', 'Other words stand there now'],
    ['span_invalid', 400, '#answer > [role="alert"]', 'Select them again'],
    ['citation_outside_collections', 400, 'passim-curated-audience [role="alert"]', 'in none of'],
    ['curated_full', 409, 'form > [role="alert"]', 'Delete some first'],
    ['overloaded', 503, 'form > [role="alert"]', 'busy'],
  ])('that is refused with %s says so beside what it is about', async (code, status, selector, told) => {
    const page = await open('new');
    await type(page, '#question', 'When is lunch?');
    await chooseKind(page, true);
    await type(page, '#text', 'At noon.');
    refusals[`POST ${path}`] = [status, JSON.stringify({ code })];
    await save(page);
    expect(textOf(find(page, selector))).toContain(told);
    expect(gone).toEqual([]);
    expect(find<HTMLTextAreaElement>(page, '#text').value).toBe('At noon.');
  });
});

describe('a curated answer that is changed', () => {
  const quoted = quotedLike({
    id: 'k_1',
    text: '“half past\neleven”',
    state: 'current',
    stale: false,
    collectionIds: ['samples'],
    citation: {
      documentId: 'd_1',
      filename: 'canteen.pdf',
      title: 'Canteen',
      start: text.indexOf('“half'),
      end: text.indexOf('“half') + 18,
      link: '/documents/d_1',
      supersededBy: null,
    },
  });

  it('begins with what is pinned, and replaces all of it', async () => {
    replies[`GET ${path}/k_1`] = quoted;
    replies[`PUT ${path}/k_1`] = quoted;
    const page = await open('k_1');
    await settled(page);
    expect(find<HTMLInputElement>(page, '#question').value).toBe(quoted.question);
    expect(textOf(find(page, '#found'))).toContain('Found once, on page 2.');
    await type(page, '#question', 'When do we eat in winter?');
    await save(page);
    expect(sent(`PUT ${path}/k_1`)).toEqual({
      question: 'When do we eat in winter?',
      paraphrases: quoted.paraphrases,
      collectionIds: ['samples'],
      citation: {
        documentId: 'd_1',
        start: quoted.citation?.start,
        end: quoted.citation?.end,
        text: quoted.text,
      },
    });
  });

  it('looks for its words in the newer version of its document', async () => {
    replies[`GET ${path}/k_1`] = quotedLike({
      ...quoted,
      text: 'in summer at noon',
      state: 'superseded',
      stale: true,
      citation: quoted.citation && { ...quoted.citation, documentId: 'd_0', supersededBy: 'd_1' },
    });
    const page = await open('k_1');
    expect(textOf(find(page, '.note'))).toContain('A newer version of the quoted document');
    button(page, 'Look for the words in the newer version').click();
    await settled(page);
    await settled(page);
    expect(textOf(find(page, '#found'))).toContain('Found once');
    expect(find(page, 'blockquote').textContent).toBe('In summer at noon');
  });

  it('says what to do if its document has been deleted', async () => {
    replies[`GET ${path}/k_1`] = quotedLike({
      ...quoted,
      text: null,
      state: 'deleted',
      stale: true,
      citation: quoted.citation && { ...quoted.citation, filename: null, title: null },
    });
    const page = await open('k_1');
    expect(textOf(find(page, '.note'))).toContain('Quote another one');
    expect(findAll(page, 'passim-quotation-choice')).toEqual([]);
  });

  it('that is gone says so', async () => {
    refusals[`GET ${path}/k_7`] = [404, '{"code":"curated_not_found"}'];
    expect(textOf(find(await open('k_7'), '[role="alert"]'))).toContain('no longer exists');
  });
});

describe('a question under review', () => {
  it('is pinned an answer to, which decides about it', async () => {
    const key = 'POST /api/v1/reviews/1f0c9a/resolution';
    replies['GET /api/v1/reviews/1f0c9a'] = openLike({ collectionIds: ['samples', 'gone'] });
    replies[key] = openLike({ status: 'resolved' });
    const page = await open('new', '1f0c9a');
    await settled(page);
    expect(find<HTMLInputElement>(page, '#question').value).toBe(openLike().question);
    expect(textOf(find(page, '.note'))).toContain('Expected instead: 25 days, pro rata');
    await chooseKind(page, true);
    await type(page, '#text', '25 days');
    await save(page);
    expect(sent(key)).toEqual({
      kind: 'curated',
      curated: {
        question: openLike().question,
        paraphrases: [],
        collectionIds: ['samples'],
        text: '25 days',
      },
    });
    expect(gone).toEqual(['/reviews']);
  });

  it('can be pinned the words that were shown', async () => {
    const { candidate } = openLike();
    const start = text.indexOf('noon');
    replies['GET /api/v1/reviews/1f0c9a'] = openLike({
      candidate: candidate && {
        ...candidate,
        text: 'noon',
        citation: { ...candidate.citation, documentId: 'd_1', start, end: start + 4 },
      },
    });
    const page = await open('new', '1f0c9a');
    button(page, 'Quote these words').click();
    await settled(page);
    await settled(page);
    expect(find<HTMLTextAreaElement>(page, '#words').value).toBe('noon');
    expect(textOf(find(page, '#found'))).toContain('place 1');
  });
});
