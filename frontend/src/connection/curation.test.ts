import { describe, expect, it, vi } from 'vitest';
import { ownLike, quotedLike, resolvedLike } from '../protocol/curation.fixture';
import { goldenText } from '../protocol/golden.fixture';
import { CuratedApi, ReviewApi } from './curation';
import { RestClient } from './rest-client';

const rest = new RestClient(new URL('https://passim.example/'), 't_1');

function answering(body: unknown): ReturnType<typeof vi.fn<typeof fetch>> {
  const fake = vi.fn<typeof fetch>(() => Promise.resolve(new Response(JSON.stringify(body))));
  vi.stubGlobal('fetch', fake);
  return fake;
}

function sent(fake: ReturnType<typeof answering>): readonly unknown[] {
  return fake.mock.calls.map(([url, init]) => {
    const { pathname, search } = url as URL;
    const body = typeof init?.body === 'string' ? [JSON.parse(init.body) as unknown] : [];
    return [init?.method, pathname + search, ...body];
  });
}

describe('the curated answers of the contract', () => {
  const curated = new CuratedApi(rest);
  const draft = { question: 'Q?', paraphrases: [], collectionIds: [], text: 'A' };

  it('are read back as they were sent', async () => {
    answering([ownLike(), quotedLike({ text: null })]);
    expect(await curated.list()).toEqual([ownLike(), quotedLike({ text: null })]);
  });

  it('are pinned, changed and deleted with the methods and paths of the contract', async () => {
    const fake = answering(ownLike());
    await curated.pin(draft);
    await curated.get('k/1');
    await curated.replace('k/1', 2, draft);
    await curated.remove('k/1');
    expect(sent(fake)).toEqual([
      ['POST', '/api/v1/curated', draft],
      ['GET', '/api/v1/curated/k%2F1'],
      ['PUT', '/api/v1/curated/k%2F1', { ...draft, revision: 2 }],
      ['DELETE', '/api/v1/curated/k%2F1'],
    ]);
  });
});

describe('the reviews of the contract', () => {
  const reviews = new ReviewApi(rest);

  it('are read page by page', async () => {
    const fake = answering({ items: [resolvedLike()], next: 'MTc6YQ' });
    expect((await reviews.page('resolved')).next).toBe('MTc6YQ');
    await reviews.page('open', 'a&b');
    expect(sent(fake)).toEqual([
      ['GET', '/api/v1/reviews?status=resolved'],
      ['GET', '/api/v1/reviews?status=open&cursor=a%26b'],
    ]);
  });

  it('are decided about, and opened again', async () => {
    const fake = answering(resolvedLike());
    await reviews.get('1/0');
    await reviews.resolve('1/0', { kind: 'gap', note: 'A plan' });
    await reviews.reopen('1/0');
    expect(sent(fake)).toEqual([
      ['GET', '/api/v1/reviews/1%2F0'],
      ['POST', '/api/v1/reviews/1%2F0/resolution', { kind: 'gap', note: 'A plan' }],
      ['DELETE', '/api/v1/reviews/1%2F0/resolution'],
    ]);
  });

  it('leave a dataset, whose cases can be removed', async () => {
    const fake = answering(JSON.parse(goldenText('dataset')));
    expect((await reviews.dataset()).data[0]?.paragraphs).toHaveLength(2);
    await reviews.removeCase('q/1');
    expect(sent(fake)[1]).toEqual(['DELETE', '/api/v1/reviews/dataset/q%2F1']);
    expect(reviews.datasetUrl().href).toBe('https://passim.example/api/v1/reviews/dataset');
  });
});
