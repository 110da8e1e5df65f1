import { describe, expect, it, vi } from 'vitest';
import { goldenText } from '../protocol/golden.fixture';
import { PassimApi } from './passim-api';

const base = new URL('https://passim.example/');

function answering(status: number, body: string): ReturnType<typeof vi.fn<typeof fetch>> {
  const fake = vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, { status })));
  vi.stubGlobal('fetch', fake);
  return fake;
}

describe('PassimApi', () => {
  it('reads what the server sends', async () => {
    const fake = answering(
      200,
      `[${goldenText('document-ready')},${goldenText('document-failed')}]`,
    );
    const documents = await new PassimApi(base).documents('a/b');

    expect(documents.map((document) => document.status)).toEqual(['ready', 'failed']);
    expect(fake.mock.calls[0]?.[0]).toEqual(
      new URL('https://passim.example/api/v1/collections/a%2Fb/documents'),
    );
  });

  it('sends the token where there is one', async () => {
    const fake = answering(200, '[]');
    await new PassimApi(base, 't_1').collections();
    expect(fake.mock.calls[0]?.[1]?.headers).toMatchObject({ Authorization: 'Bearer t_1' });
  });

  it('edits, reads again and cancels with the methods and paths of the contract', async () => {
    const fake = vi.fn<typeof fetch>(() => Promise.resolve(new Response(goldenText('document-ready'))));
    vi.stubGlobal('fetch', fake);
    const api = new PassimApi(base);
    await api.updateDocument('d/1', { author: null, tags: ['hr'] });
    await api.ingest('d/1');
    await api.cancelIngest('d/1');
    const sent = fake.mock.calls.map(([url, init]) => [
      init?.method,
      (url as URL).pathname,
      init?.body,
    ]);
    expect(sent).toEqual([
      ['PATCH', '/api/v1/documents/d%2F1', '{"author":null,"tags":["hr"]}'],
      ['POST', '/api/v1/documents/d%2F1/ingest', undefined],
      ['DELETE', '/api/v1/documents/d%2F1/ingest', undefined],
    ]);
  });

  it.each([
    ['a problem', 404, goldenText('problem'), 'collection_not_found'],
    ['a proxy that knows no problems', 502, '<html>Bad gateway', 'http_502'],
    ['another shape', 200, '{"mood":"calm"}', 'response_invalid'],
  ])('fails with a code on %s', async (_, status, body, code) => {
    answering(status, body);
    await expect(new PassimApi(base).collections()).rejects.toMatchObject({ code, status });
  });

  it('fails with a code where no server can be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(new PassimApi(base).collections()).rejects.toMatchObject({ code: 'network' });
  });
});
