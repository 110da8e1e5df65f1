import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  settled,
  textOf,
} from '../../components/mount.fixture';
import { openLike, resolvedLike } from '../../protocol/curation.fixture';
import { goldenText } from '../../protocol/golden.fixture';
import { attack, FakeServer, openPage, submit } from '../page.fixture';
import type { ReviewPart } from '../router';
import { ReviewsPageElement } from './reviews-page';

const path = '/api/v1/reviews';
const { question } = openLike();
const decided = `POST ${path}/1f0c9a/resolution`;

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer(
    {
      'GET /api/v1/collections': [JSON.parse(goldenText('collection'))],
      [`GET ${path}?status=open`]: { items: [openLike()], next: null },
      [`GET ${path}?status=resolved`]: { items: [resolvedLike()], next: null },
      [`GET ${path}/dataset`]: JSON.parse(goldenText('dataset')) as unknown,
      [decided]: openLike({ status: 'resolved' }),
      [`DELETE ${path}/2a7b31/resolution`]: null,
      [`DELETE ${path}/dataset/q_3b1e`]: null,
    },
    'review_not_found',
  );
});

function open(shown: ReviewPart = 'open'): Promise<ReviewsPageElement> {
  return openPage(ReviewsPageElement, { shown });
}

async function press(page: ReviewsPageElement, name: string): Promise<void> {
  button(page, name).click();
  await settled(page);
}

function write(page: ReviewsPageElement, selector: string, value: string): void {
  find<HTMLTextAreaElement>(page, selector).value = value;
}

describe('the questions that wait for a decision', () => {
  it('that could not be read do not fail the page that was gone to meanwhile', async () => {
    const page = await open('resolved');
    const answer = globalThis.fetch;
    let refuse = (): void => undefined;
    vi.stubGlobal('fetch', (url: URL, init: RequestInit) =>
      url.search.includes('status=open')
        ? new Promise<Response>((_, reject) => {
            refuse = () => {
              reject(new TypeError('gone'));
            };
          })
        : answer(url, init),
    );
    page.shown = 'open';
    await settled(page);
    page.shown = 'resolved';
    await settled(page);
    refuse();
    await settled(page);
    expect(findAll(page, '[role="alert"]')).toEqual([]);
    expect(textOf(page)).toContain(resolvedLike().question);
  });

  it('tell why they are there, what was shown, and what people expected', async () => {
    const page = await open();
    const text = textOf(find(page, 'li'));
    for (const told of [
      question,
      'Not sure enough to answer',
      'asked 3 times',
      'rated wrong once',
      'in house',
      'Confidence 31%',
      '20 days',
      'House rules',
      '25 days, pro rata',
    ]) {
      expect(text).toContain(told);
    }
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('lead to the search bench, and to a form for an answer', async () => {
    const page = await open();
    const links = findAll<HTMLAnchorElement>(page, 'passim-review-item .actions a');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/curated/new?review=1f0c9a',
      '/search?q=How+much+leave+do+part-time+staff+have%3F&collection=house&limit=20',
    ]);
  });

  it('may have had nothing to show, and a curated answer has no confidence', async () => {
    const nothing = openLike({
      id: 'r2',
      outcome: 'not_found',
      reason: 'no_span',
      candidate: null,
      question: attack,
    });
    server.replies[`GET ${path}?status=open`] = {
      items: [nothing, openLike({ outcome: 'curated' })],
      next: null,
    };
    const page = await open();
    const [first, second] = findAll(page, 'passim-review-item').map(textOf);
    expect(first).toContain(attack);
    expect(first).toContain('none of them states an answer');
    expect(second).toContain('Curated answer rated wrong');
    expect(second).not.toContain('Confidence');
    expect(findAll(page, 'img')).toEqual([]);
  });

  it('are read page by page, each once', async () => {
    server.replies[`GET ${path}?status=open`] = { items: [openLike()], next: 'c1' };
    server.replies[`GET ${path}?status=open&cursor=c1`] = {
      items: [openLike(), openLike({ id: 'r2' })],
      next: null,
    };
    const page = await open();
    await press(page, 'Show more');
    expect(findAll(page, 'passim-review-item')).toHaveLength(2);
    expect(textOf(page)).not.toContain('Show more');
  });

  it('say if there is none, and why they cannot be told', async () => {
    server.replies[`GET ${path}?status=open`] = { items: [], next: null };
    expect(textOf(await open())).toContain('Nothing waits for a decision.');
    server.refusals[`GET ${path}?status=open`] = [500, '{"code":"internal_error"}'];
    const page = await open();
    expect(textOf(find(page, '[role="alert"]'))).toContain('The server failed');
    server.refusals = {};
    await press(page, 'Try again');
    expect(textOf(page)).toContain('Nothing waits for a decision.');
  });
});

describe('a decision', () => {
  it('that a document is missing says which', async () => {
    const page = await open();
    await press(page, 'A document is missing…');
    expect(await accessibilityViolations(page)).toEqual([]);
    await submit(page, 'passim-review-decision form');
    expect(textOf(find(page, '[role="alert"]'))).toContain('Say which document is missing.');
    write(page, '#first', ' The leave policy ');
    await submit(page, 'passim-review-decision form');
    expect(server.sent(decided)).toEqual({ kind: 'gap', note: 'The leave policy' });
    expect(findAll(page, 'passim-review-item')).toEqual([]);
    const done = find<HTMLElement>(page, '.done');
    expect(textOf(done)).toBe(`Decided: “${question}”`);
    expect((done.getRootNode() as ShadowRoot).activeElement).toBe(done);
  });

  it('to make a test case begins with what people expected', async () => {
    const page = await open();
    await press(page, 'Test case…');
    expect(find<HTMLTextAreaElement>(page, '#first').value).toBe('25 days, pro rata');
    write(page, '#first', '25 days\n\n 25 ');
    write(page, '#context', 'They have 25 of them.');
    await submit(page, 'passim-review-decision form');
    expect(textOf(find(page, '[role="alert"]'))).toContain('“25 days” does not stand in this text.');
    write(page, '#context', 'They have 25 days.');
    await submit(page, 'passim-review-decision form');
    expect(server.sent(decided)).toEqual({
      kind: 'case',
      answers: ['25 days', '25'],
      context: 'They have 25 days.',
    });
  });

  it('to make a test case without an answer expects none', async () => {
    const page = await open();
    await press(page, 'Test case…');
    write(page, '#first', '');
    await submit(page, 'passim-review-decision form');
    expect(server.sent(decided)).toEqual({ kind: 'case', answers: [] });
  });

  it('to dismiss a question needs no reason', async () => {
    const page = await open();
    await press(page, 'Dismiss…');
    await submit(page, 'passim-review-decision form');
    expect(server.sent(decided)).toEqual({ kind: 'dismissed' });
  });

  it('that is refused says why, and keeps what was written', async () => {
    server.refusals[decided] = [400, '{"code":"case_invalid","detail":"At most 10 answers."}'];
    const page = await open();
    await press(page, 'Test case…');
    await submit(page, 'passim-review-decision form');
    expect(textOf(find(page, '[role="alert"]'))).toContain('At most 10 answers.');
    expect(find<HTMLTextAreaElement>(page, '#first').value).toBe('25 days, pro rata');
  });

  it('can be given up', async () => {
    const page = await open();
    await press(page, 'Dismiss…');
    await press(page, 'Cancel');
    expect(findAll(page, 'passim-review-decision')).toEqual([]);
  });
});

describe('the questions that were decided about', () => {
  it('tell what was decided, and can be opened again', async () => {
    const page = await open('resolved');
    const text = textOf(find(page, 'li'));
    expect(text).toContain('A document is missing');
    expect(text).toContain('A plan of the building');
    expect(await accessibilityViolations(page)).toEqual([]);
    await press(page, 'Open again: “Where is the bicycle cellar?”');
    expect(server.requests).toContain(`DELETE ${path}/2a7b31/resolution`);
    expect(findAll(page, 'passim-review-item')).toEqual([]);
  });

  it('lead to the answer that was pinned', async () => {
    const { resolution } = resolvedLike();
    server.replies[`GET ${path}?status=resolved`] = {
      items: [
        resolvedLike({ resolution: resolution && { ...resolution, kind: 'curated', curatedId: 'k/1' } }),
      ],
      next: null,
    };
    const page = await open('resolved');
    expect(find(page, '.resolution a').getAttribute('href')).toBe('/curated/k%2F1');
  });
});

describe('the test cases', () => {
  it('can be taken elsewhere as they are', async () => {
    const page = await open('cases');
    const link = find<HTMLAnchorElement>(page, 'a[download]');
    expect(link.getAttribute('href')).toBe(`https://passim.example${path}/dataset`);
    expect(link.download).toBe('reviewed-questions.json');
    const text = textOf(page);
    expect(text).toContain('2 test cases');
    expect(text).toContain('no answer expected');
    expect(text).toContain('25 days');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('are deleted after a confirmation only', async () => {
    const page = await open('cases');
    await press(page, `Delete the test case “${question}”`);
    expect(server.requests.some((request) => request.startsWith('DELETE'))).toBe(false);
    await press(page, 'Delete');
    expect(server.requests).toContain(`DELETE ${path}/dataset/q_3b1e`);
  });

  it('say if there are none', async () => {
    server.replies[`GET ${path}/dataset`] = { version: 'v2.0', data: [] };
    expect(textOf(await open('cases'))).toContain('There are none yet.');
  });
});
