import { createContext } from '@lit/context';

/** Where links lead: within the app they stay in the page, from a widget they open Passim in a new tab. */
export interface Links {
  readonly resolve: (link: string) => string;
  readonly newTab: boolean;
  /** Null where people cannot add documents. */
  readonly library: string | null;
  /** Where a curated answer can be changed; null where people cannot. */
  readonly curated: ((id: string) => string) | null;
}

export const linksContext = createContext<Links>(Symbol('passim-links'));

export const appLinks: Links = {
  resolve: (link) => link,
  newTab: false,
  library: '/library',
  curated: (id) => `/curated/${encodeURIComponent(id)}`,
};

export function documentPath(documentId: string): string {
  return `/documents/${encodeURIComponent(documentId)}`;
}

export function documentLink(documentId: string, start: number, end: number): string {
  return `${documentPath(documentId)}?start=${start}&end=${end}`;
}
