import { type Decoder, parseJson, problem } from '../protocol';
import { ProblemError } from './problem-error';
import { apiUrl } from './urls';

/** Requests to the server's API. Every failure is a {@link ProblemError}. */
export class RestClient {
  constructor(
    readonly base: URL,
    private readonly token?: string,
  ) {}

  async json<T>(method: string, path: string, decoder: Decoder<T>, body?: unknown): Promise<T> {
    const response = await this.request(method, path, body);
    const parsed = parseJson(await response.text(), decoder);
    if (!parsed.ok) {
      throw new ProblemError('response_invalid', response.status, parsed.error);
    }
    return parsed.value;
  }

  async remove(path: string): Promise<void> {
    await this.request('DELETE', path);
  }

  async request(method: string, path: string, body?: unknown): Promise<Response> {
    const init = { method, ...this.#contents(body) };
    let response: Response;
    try {
      response = await fetch(apiUrl(this.base, path), init);
    } catch {
      throw new ProblemError('network', 0, '');
    }
    if (!response.ok) {
      throw toProblem(response.status, await response.text());
    }
    return response;
  }

  /** A form names its own type, with the boundary of its parts. */
  #contents(body: unknown): RequestInit {
    const headers = {
      Accept: 'application/json',
      ...(this.token === undefined ? {} : { Authorization: `Bearer ${this.token}` }),
    };
    if (body === undefined || body instanceof FormData) {
      return body === undefined ? { headers } : { headers, body };
    }
    return {
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
  }
}

export function toProblem(status: number, body: string): ProblemError {
  const parsed = parseJson(body, problem);
  return parsed.ok
    ? new ProblemError(parsed.value.code, status, parsed.value.detail ?? parsed.value.title ?? '')
    : new ProblemError(`http_${status}`, status, '');
}
