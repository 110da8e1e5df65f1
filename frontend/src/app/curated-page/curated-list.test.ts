import { beforeEach, describe, expect, it } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  settled,
  textOf,
} from '../../components/mount.fixture';
import { ownLike, quotedLike } from '../../protocol/curation.fixture';
import { attack, type FakeServer, openPage, type } from '../page.fixture';
import { CuratedPageElement } from './curated-page';
import { curatedServer, path } from './curated-page.fixture';

let server: FakeServer;

beforeEach(() => {
  server = curatedServer();
});

function open(): Promise<CuratedPageElement> {
  return openPage(CuratedPageElement, { entry: null });
}

describe('the list of curated answers', () => {
  it('tells of each its words, where they are from, who is given them, and if nobody is', async () => {
    const page = await open();
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
    const page = await open();
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
    server.replies[`GET ${path}`] = Array.from({ length: 120 }, (_, n) =>
      ownLike({ id: `k_${n}`, question: attack, text: attack }),
    );
    const page = await open();
    expect(findAll(page, 'li')).toHaveLength(50);
    button(page, 'Show 50 more').click();
    await settled(page);
    button(page, 'Show 20 more').click();
    await settled(page);
    expect(findAll(page, 'li')).toHaveLength(120);
    expect(findAll(page, 'img')).toEqual([]);
  });

  it('deletes one after a confirmation only', async () => {
    const page = await open();
    button(page, `Edit the answer to “${ownLike().question}”`).click();
    await settled(page);
    button(page, 'Delete…').click();
    await settled(page);
    expect(server.requests.some((request) => request.startsWith('DELETE'))).toBe(false);
    server.replies[`GET ${path}`] = [quotedLike()];
    button(page, 'Delete').click();
    await settled(page);
    expect(server.requests).toContain(`DELETE ${path}/${ownLike().id}`);
    expect(findAll(page, 'li')).toHaveLength(1);
  });

  it('says why there is none to see', async () => {
    server.replies[`GET ${path}`] = [];
    expect(textOf(await open())).toContain('Nothing is pinned yet.');
    server.refusals[`GET ${path}`] = [500, '{"code":"internal_error"}'];
    const page = await open();
    expect(textOf(find(page, '[role="alert"]'))).toContain('The server failed');
    server.refusals = {};
    button(page, 'Try again').click();
    await settled(page);
    expect(textOf(page)).toContain('Nothing is pinned yet.');
  });
});
