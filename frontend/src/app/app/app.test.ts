import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, find, findAll, mount, settled, textOf } from '../../components/mount.fixture';
import { evaluationOf } from '../../protocol/evaluation.fixture';
import './app';

class SilentSocket extends EventTarget {
  readonly readyState = 0;
  send(): void {
    return undefined;
  }
  close(): void {
    return undefined;
  }
}

type App = HTMLElementTagNameMap['passim-app'];

beforeEach(() => {
  vi.stubGlobal('WebSocket', SilentSocket);
  vi.stubGlobal('fetch', (url: URL) =>
    Promise.resolve(
      new Response(
        url.pathname.endsWith('/evaluations')
          ? JSON.stringify([evaluationOf()])
          : url.pathname.endsWith('/e_1')
            ? JSON.stringify(evaluationOf({ status: 'queued', metrics: null }))
            : '[]',
      ),
    ),
  );
});

async function open(path: string): Promise<App> {
  history.replaceState(null, '', path);
  return mount(document.createElement('passim-app'));
}

function current(app: App): readonly string[] {
  return findAll(app, 'nav a[aria-current="page"]').map(textOf);
}

describe('the app', () => {
  it('leads to the search bench, and says where one is', async () => {
    const app = await open('/search?q=leave');
    expect(current(app)).toEqual(['Search']);
    expect(document.title).toBe('Search · Passim');
    expect(find<HTMLInputElement>(app, '#query').value).toBe('leave');
    expect(find(app, '.more').classList.contains('current')).toBe(true);
  });

  it('offers the same tools in a menu where there is no room for them', async () => {
    const app = await open('/library');
    button(app, 'More').click();
    await settled(app);
    expect(
      findAll(app, '[role="menuitem"]').map((item) => [textOf(item), item.getAttribute('href')]),
    ).toEqual([
      ['Search', '/search'],
      ['Evaluations', '/evaluations'],
      ['Curated answers', '/curated'],
      ['Reviews', '/reviews'],
    ]);
  });

  it.each([
    ['/curated', 'Curated answers', 'passim-curated-list'],
    ['/curated/new', 'Curated answers', 'passim-curated-form'],
    ['/reviews?status=resolved', 'Reviews', 'passim-review-list'],
    ['/reviews?status=cases', 'Reviews', 'passim-case-list'],
  ])('opens %s at its address', async (path, name, element) => {
    const app = await open(path);
    expect(current(app)[0]).toBe(name);
    expect(document.title).toBe(`${name} · Passim`);
    await vi.waitFor(() => {
      expect(findAll(app, element)).toHaveLength(1);
    });
  });

  it('fetches the evaluations when they are opened, and goes from one to the next', async () => {
    const app = await open('/evaluations');
    expect(current(app)).toEqual(['Evaluations']);
    await vi.waitFor(() => {
      expect(findAll(app, 'passim-evaluation-list li')).toHaveLength(1);
    });
    find<HTMLAnchorElement>(app, '.title a').click();
    await settled(app);
    await vi.waitFor(() => {
      expect(document.title).toBe('March · Passim');
    });
    expect(location.pathname).toBe('/evaluations/e_1');
    expect(textOf(find(app, 'passim-evaluation-view'))).toContain('Waits its turn');
    history.pushState(null, '', '/evaluations');
    dispatchEvent(new PopStateEvent('popstate'));
    await settled(app);
    expect(findAll(app, 'passim-evaluation-list')).toHaveLength(1);
    expect(document.title).toBe('Evaluations · Passim');
  });
});
