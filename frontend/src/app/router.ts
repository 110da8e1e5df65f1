import { readSearchScope, type SearchScope } from '../state';

export type Route =
  | { readonly kind: 'chat'; readonly conversationId: string | null }
  | { readonly kind: 'library'; readonly collectionId: string | null }
  | {
      readonly kind: 'document';
      readonly id: string;
      readonly start: number | null;
      readonly end: number | null;
    }
  | { readonly kind: 'search'; readonly scope: SearchScope }
  /** One evaluation, or the list of them where `id` is null; perhaps beside another. */
  | { readonly kind: 'evaluations'; readonly id: string | null; readonly against: string | null }
  /** A curated answer, a new one, or the list of them where `entry` is null; perhaps for a question under review. */
  | {
      readonly kind: 'curated';
      readonly entry: string | null;
      readonly reviewId: string | null;
    }
  | { readonly kind: 'reviews'; readonly part: ReviewPart }
  | { readonly kind: 'unknown' };

export type ReviewPart = 'open' | 'resolved' | 'cases';

/** Stands where the id of a curated answer would. */
export const newEntry = 'new';

export function parseRoute({
  pathname,
  search,
}: {
  readonly pathname: string;
  readonly search: string;
}): Route {
  const query = new URLSearchParams(search);
  const path = pathname.replace(/\/+$/, '');
  if (path === '' || path === '/index.html') {
    return { kind: 'chat', conversationId: query.get('conversation') };
  }
  if (path === '/library') {
    return { kind: 'library', collectionId: query.get('collection') };
  }
  if (path === '/search') {
    return { kind: 'search', scope: readSearchScope(search) };
  }
  if (path === '/evaluations') {
    return { kind: 'evaluations', id: null, against: null };
  }
  const run = decoded(/^\/evaluations\/([^/]+)$/.exec(path)?.[1]);
  if (run !== null) {
    return { kind: 'evaluations', id: run, against: query.get('against') };
  }
  const entry = path === '/curated' ? null : decoded(/^\/curated\/([^/]+)$/.exec(path)?.[1]);
  if (path === '/curated' || entry !== null) {
    return { kind: 'curated', entry, reviewId: entry === newEntry ? query.get('review') : null };
  }
  if (path === '/reviews') {
    return { kind: 'reviews', part: reviewPart(query.get('status')) };
  }
  const id = decoded(/^\/documents\/([^/]+)$/.exec(path)?.[1]);
  return id === null
    ? { kind: 'unknown' }
    : { kind: 'document', id, start: offset(query.get('start')), end: offset(query.get('end')) };
}

export function chatPath(conversationId: string | null): string {
  return conversationId === null ? '/' : `/?conversation=${encodeURIComponent(conversationId)}`;
}

export function libraryPath(collectionId: string): string {
  return `/library?collection=${encodeURIComponent(collectionId)}`;
}

export function evaluationPath(id: string, against: string | null = null): string {
  const path = `/evaluations/${encodeURIComponent(id)}`;
  return against === null ? path : `${path}?against=${encodeURIComponent(against)}`;
}

/** The page of a curated answer; of a new one, perhaps for a question under review. */
export function curatedPath(entry: string, reviewId: string | null = null): string {
  const path = `/curated/${encodeURIComponent(entry)}`;
  return reviewId === null ? path : `${path}?review=${encodeURIComponent(reviewId)}`;
}

export function reviewsPath(part: ReviewPart): string {
  return part === 'open' ? '/reviews' : `/reviews?status=${part}`;
}

/** The path to go to if this click follows a link within the app, else null: the browser should handle it. */
export function clickedPath(event: MouseEvent): string | null {
  const anchor = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  const modified =
    event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (anchor === undefined || modified || event.defaultPrevented) {
    return null;
  }
  const url = new URL(anchor.href, location.href);
  const elsewhere =
    anchor.target !== '' || anchor.hasAttribute('download') || url.origin !== location.origin;
  return elsewhere || url.hash !== '' || parseRoute(url).kind === 'unknown'
    ? null
    : url.pathname + url.search;
}

function reviewPart(text: string | null): ReviewPart {
  return text === 'resolved' || text === 'cases' ? text : 'open';
}

function offset(text: string | null): number | null {
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

function decoded(text: string | undefined): string | null {
  try {
    return text === undefined ? null : decodeURIComponent(text);
  } catch {
    return null;
  }
}
