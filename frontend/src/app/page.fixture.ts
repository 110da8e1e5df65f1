import type { LitElement } from 'lit';
import { vi } from 'vitest';
import { find, mount, settled } from '../components/mount.fixture';
import { PassimApi } from '../connection';

/** Markup that would do harm if it were rendered as such. */
export const attack = '<img src=x onerror=alert(1)>';

/** Answers requests from a table, and notes what it was asked. */
export class FakeServer {
  /** By method and path, with or without the query; what is null has an empty body, what is missing is a 404. */
  replies: Record<string, unknown>;
  /** Status and problem, in place of the reply. */
  refusals: Record<string, readonly [status: number, problem: string]> = {};
  /** The requests, as the tables name them. */
  readonly requests: string[] = [];
  readonly bodies: unknown[] = [];

  readonly #missing: string;

  /** Takes the place of `fetch` until the test is over. */
  constructor(replies: Record<string, unknown>, missing: string) {
    this.replies = replies;
    this.#missing = missing;
    vi.stubGlobal('fetch', (url: URL, init: RequestInit) => Promise.resolve(this.#answer(url, init)));
  }

  /** What was sent last, as JSON or as a form. */
  sent(request: string): unknown {
    const body = this.bodies[this.requests.lastIndexOf(request)];
    return typeof body === 'string' ? (JSON.parse(body) as unknown) : body;
  }

  #answer({ pathname, search }: URL, { method = 'GET', body }: RequestInit): Response {
    const path = `${method} ${pathname}`;
    const key = [path + search, path].find((known) => known in this.refusals || known in this.replies);
    this.requests.push(key ?? path);
    this.bodies.push(body);
    const refusal = key === undefined ? [404, `{"code":"${this.#missing}"}`] as const : this.refusals[key];
    if (refusal !== undefined) {
      const [status, problem] = refusal;
      return new Response(problem, { status });
    }
    const reply = this.replies[key ?? ''];
    return new Response(reply === null ? null : JSON.stringify(reply));
  }
}

/** Shows a page, and collects the paths that it wants to go to. */
export async function openPage<Page extends LitElement & { api: PassimApi }>(
  Type: new () => Page,
  properties: Partial<Page>,
  gone: string[] = [],
): Promise<Page> {
  const page = new Type();
  Object.assign(page, { api: new PassimApi(new URL('https://passim.example/')) }, properties);
  page.addEventListener('passim-go', ({ path }) => {
    gone.push(path);
  });
  await mount(page);
  await settled(page);
  return page;
}

/** Writes into a field, as a person does. */
export async function type(page: LitElement, selector: string, value: string): Promise<void> {
  const field = find<HTMLInputElement>(page, selector);
  field.value = value;
  field.dispatchEvent(new Event('input'));
  await settled(page);
}

export async function submit(page: LitElement, selector = 'form'): Promise<void> {
  find(page, selector).dispatchEvent(new Event('submit', { cancelable: true }));
  await settled(page);
}
