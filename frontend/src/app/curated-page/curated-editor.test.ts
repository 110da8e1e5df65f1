import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  settled,
  textOf,
} from '../../components/mount.fixture';
import { openLike, quotedLike } from '../../protocol/curation.fixture';
import { type FakeServer, openPage, submit, type } from '../page.fixture';
import { CuratedPageElement } from './curated-page';
import { curatedServer, path, text } from './curated-page.fixture';

let server: FakeServer;
let gone: string[];

beforeEach(() => {
  server = curatedServer();
  gone = [];
});

function open(entry: string, reviewId: string | null = null): Promise<CuratedPageElement> {
  return openPage(CuratedPageElement, { entry, reviewId }, gone);
}

async function choose(page: CuratedPageElement, index: number, value: string): Promise<void> {
  const select = findAll<HTMLSelectElement>(page, 'passim-document-choice select')[index];
  if (select === undefined) {
    throw new Error('no select');
  }
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settled(page);
}

async function chooseKind(page: CuratedPageElement, own: boolean): Promise<void> {
  findAll(page, 'input[name="kind"]')[own ? 1 : 0]?.dispatchEvent(new Event('change'));
  await settled(page);
}

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
    await submit(page, 'passim-curated-form form');
    expect(server.sent(`POST ${path}`)).toEqual({
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
    await submit(page, 'passim-curated-form form');
    const start = text.indexOf('“half');
    expect(server.sent(`POST ${path}`)).toMatchObject({
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
    await submit(page, 'passim-curated-form form');
    expect(server.sent(`POST ${path}`)).toMatchObject({ citation: { start: text.lastIndexOf('at noon') } });
  });

  it('is not sent with words that the document does not hold', async () => {
    const page = await open('new');
    await type(page, '#question', 'When is lunch?');
    await choose(page, 0, 'samples');
    await choose(page, 1, 'd_1');
    await type(page, '#words', 'at midnight');
    expect(textOf(find(page, '#found'))).toContain('do not stand in this document');
    await submit(page, 'passim-curated-form form');
    expect(server.sent(`POST ${path}`)).toBeUndefined();
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
    await submit(page, 'passim-curated-form form');
    expect(textOf(find(page, '#question-problem'))).toContain('Write the question.');
    await type(page, '#question', 'When is lunch?');
    await chooseKind(page, true);
    await submit(page, 'passim-curated-form form');
    expect(textOf(find(page, '#answer [role="alert"]'))).toContain('Write the answer.');
    await type(page, '#text', 'At noon.');
    findAll(page, 'input[name="where"]')[1]?.dispatchEvent(new Event('change'));
    await settled(page);
    await submit(page, 'passim-curated-form form');
    expect(textOf(find(page, 'passim-curated-audience [role="alert"]'))).toContain('at least one');
    find(page, 'input[type="checkbox"]').dispatchEvent(new Event('change'));
    await settled(page);
    await submit(page, 'passim-curated-form form');
    expect(server.sent(`POST ${path}`)).toMatchObject({ collectionIds: ['samples'] });
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
    server.refusals[`POST ${path}`] = [status, JSON.stringify({ code })];
    await submit(page, 'passim-curated-form form');
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
    server.replies[`GET ${path}/k_1`] = quoted;
    server.replies[`PUT ${path}/k_1`] = quoted;
    const page = await open('k_1');
    await settled(page);
    expect(find<HTMLInputElement>(page, '#question').value).toBe(quoted.question);
    expect(textOf(find(page, '#found'))).toContain('Found once, on page 2.');
    await type(page, '#question', 'When do we eat in winter?');
    await submit(page, 'passim-curated-form form');
    expect(server.sent(`PUT ${path}/k_1`)).toEqual({
      question: 'When do we eat in winter?',
      paraphrases: quoted.paraphrases,
      collectionIds: ['samples'],
      citation: {
        documentId: 'd_1',
        start: quoted.citation?.start,
        end: quoted.citation?.end,
        text: quoted.text,
      },
      revision: quoted.revision,
    });
  });

  it('looks for its words in the newer version of its document', async () => {
    server.replies[`GET ${path}/k_1`] = quotedLike({
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
    server.replies[`GET ${path}/k_1`] = quotedLike({
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
    server.refusals[`GET ${path}/k_7`] = [404, '{"code":"curated_not_found"}'];
    expect(textOf(find(await open('k_7'), '[role="alert"]'))).toContain('no longer exists');
  });
});

describe('a question under review', () => {
  it('is pinned an answer to, which decides about it', async () => {
    const key = 'POST /api/v1/reviews/1f0c9a/resolution';
    server.replies['GET /api/v1/reviews/1f0c9a'] = openLike({ collectionIds: ['samples', 'gone'] });
    server.replies[key] = openLike({ status: 'resolved' });
    const page = await open('new', '1f0c9a');
    await settled(page);
    expect(find<HTMLInputElement>(page, '#question').value).toBe(openLike().question);
    expect(textOf(find(page, '.note'))).toContain('Expected instead: 25 days, pro rata');
    await chooseKind(page, true);
    await type(page, '#text', '25 days');
    await submit(page, 'passim-curated-form form');
    expect(server.sent(key)).toEqual({
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
    server.replies['GET /api/v1/reviews/1f0c9a'] = openLike({
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
