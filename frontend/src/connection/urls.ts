const api = 'api/v1/';

/** The server's base with a trailing slash, so that a server behind a path prefix works too. */
export function serverBase(server: string, page: string): URL {
  const base = new URL(server === '' ? '/' : server, page);
  if (!base.pathname.endsWith('/')) {
    base.pathname += '/';
  }
  base.search = '';
  base.hash = '';
  return base;
}

export function apiUrl(base: URL, path: string): URL {
  return new URL(api + path, base);
}

export function socketUrl(base: URL): URL {
  const url = apiUrl(base, 'chat');
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url;
}

/** A citation's link, which starts at the server's root, for a page that may stand elsewhere. */
export function linkUrl(base: URL, link: string): URL {
  return new URL(link.replace(/^\/+/, ''), base);
}
