import { arrayOf } from '../protocol';
import type { CuratedAnswer, CuratedDraft } from '../protocol/curated';
import { curatedAnswer } from '../protocol/curated.decoder';
import type { RestClient } from './rest-client';

/** The pinned answers of the contract, apart from the rest so that they are loaded with the pages that need them. */
export class CuratedApi {
  constructor(private readonly rest: RestClient) {}

  /** Oldest first. */
  list(): Promise<readonly CuratedAnswer[]> {
    return this.rest.json('GET', 'curated', arrayOf(curatedAnswer));
  }

  get(id: string): Promise<CuratedAnswer> {
    return this.rest.json('GET', pathOf(id), curatedAnswer);
  }

  pin(draft: CuratedDraft): Promise<CuratedAnswer> {
    return this.rest.json('POST', 'curated', curatedAnswer, draft);
  }

  /** Takes the place of all that is pinned there, unless somebody has changed it since that revision. */
  replace(id: string, revision: number, draft: CuratedDraft): Promise<CuratedAnswer> {
    return this.rest.json('PUT', pathOf(id), curatedAnswer, { ...draft, revision });
  }

  remove(id: string): Promise<void> {
    return this.rest.remove(pathOf(id));
  }
}

function pathOf(id: string): string {
  return `curated/${encodeURIComponent(id)}`;
}
