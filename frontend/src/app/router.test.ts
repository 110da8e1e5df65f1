import { describe, expect, it } from 'vitest';
import { clickedPath, parseRoute } from './router';

function route(path: string): ReturnType<typeof parseRoute> {
  return parseRoute(new URL(path, 'https://passim.example'));
}

describe('routes', () => {
  it.each([
    ['/', { kind: 'chat', conversationId: null }],
    ['/index.html', { kind: 'chat', conversationId: null }],
    ['/?conversation=c_1', { kind: 'chat', conversationId: 'c_1' }],
    ['/library/', { kind: 'library', collectionId: null }],
    ['/library?collection=samples', { kind: 'library', collectionId: 'samples' }],
    ['/documents/d_1?start=18&end=25', { kind: 'document', id: 'd_1', start: 18, end: 25 }],
    ['/documents/d%2F1', { kind: 'document', id: 'd/1', start: null, end: null }],
    ['/documents/d_1?start=-1&end=1e9', { kind: 'document', id: 'd_1', start: null, end: null }],
    ['/documents/%E0%A4%A', { kind: 'unknown' }],
    ['/documents/', { kind: 'unknown' }],
    [
      '/search?q=paid+leave&collection=hr&tag=a&tag=b&from=2026-01-01&limit=20',
      {
        kind: 'search',
        scope: {
          query: 'paid leave',
          collectionId: 'hr',
          filters: { tags: ['a', 'b'], from: '2026-01-01' },
          limit: 20,
        },
      },
    ],
    [
      '/search?to=tomorrow&limit=7',
      { kind: 'search', scope: { query: '', collectionId: null, filters: {}, limit: 10 } },
    ],
    ['/evaluations', { kind: 'evaluations', id: null, against: null }],
    ['/evaluations/e%2F1?against=e_2', { kind: 'evaluations', id: 'e/1', against: 'e_2' }],
    ['/curated/', { kind: 'curated', entry: null, reviewId: null }],
    ['/curated/k%2F1?review=r', { kind: 'curated', entry: 'k/1', reviewId: null }],
    ['/curated/new?review=1f%2F0', { kind: 'curated', entry: 'new', reviewId: '1f/0' }],
    ['/curated/%E0%A4%A', { kind: 'unknown' }],
    ['/reviews', { kind: 'reviews', part: 'open' }],
    ['/reviews?status=cases', { kind: 'reviews', part: 'cases' }],
    ['/reviews?status=toString', { kind: 'reviews', part: 'open' }],
    ['/reviews/1', { kind: 'unknown' }],
    ['/nowhere', { kind: 'unknown' }],
  ])('%s', (path, expected) => {
    expect(route(path)).toEqual(expected);
  });
});

describe('a click', () => {
  function click(html: Partial<HTMLAnchorElement>, init: MouseEventInit = {}): string | null {
    const anchor = Object.assign(document.createElement('a'), html);
    document.body.append(anchor);
    let path: string | null = null;
    anchor.addEventListener('click', (event) => {
      path = clickedPath(event);
      event.preventDefault();
    });
    anchor.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
    anchor.remove();
    return path;
  }

  it('within the app stays in the page', () => {
    expect(click({ href: '/documents/d_1?start=1&end=2' })).toBe('/documents/d_1?start=1&end=2');
  });

  it.each<[string, Partial<HTMLAnchorElement>, MouseEventInit]>([
    ['to another site', { href: 'https://other.example/library' }, {}],
    ['to the API', { href: '/api/v1/documents/d_1/content' }, {}],
    ['to a new tab', { href: '/library', target: '_blank' }, {}],
    ['for a download', { href: '/library', download: 'x' }, {}],
    ['with a modifier', { href: '/library' }, { ctrlKey: true }],
    ['with the middle button', { href: '/library' }, { button: 1 }],
  ])('%s is the browser’s', (_, anchor, init) => {
    expect(click(anchor, init)).toBeNull();
  });
});
