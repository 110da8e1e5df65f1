import type { Dataset, Decision, Review, ReviewPage, ReviewStatus } from '../protocol/review';
import { dataset, review, reviewPage } from '../protocol/review.decoder';
import type { RestClient } from './rest-client';
import { apiUrl } from './urls';

/** The reviews of the contract, apart from the rest so that they are loaded with the page that needs them. */
export class ReviewApi {
  constructor(private readonly rest: RestClient) {}

  /** A page of the queue, asked last first; the first without a cursor. */
  page(status: ReviewStatus, cursor: string | null = null): Promise<ReviewPage> {
    const asked = new URLSearchParams({ status, ...(cursor === null ? {} : { cursor }) });
    return this.rest.json('GET', `reviews?${asked.toString()}`, reviewPage);
  }

  get(id: string): Promise<Review> {
    return this.rest.json('GET', pathOf(id), review);
  }

  /** Takes the place of an earlier decision. */
  resolve(id: string, decision: Decision): Promise<Review> {
    return this.rest.json('POST', `${pathOf(id)}/resolution`, review, decision);
  }

  /** The question is open again and its case is gone; a pinned answer stays. */
  reopen(id: string): Promise<void> {
    return this.rest.remove(`${pathOf(id)}/resolution`);
  }

  dataset(): Promise<Dataset> {
    return this.rest.json('GET', 'reviews/dataset', dataset);
  }

  removeCase(id: string): Promise<void> {
    return this.rest.remove(`reviews/dataset/${encodeURIComponent(id)}`);
  }

  datasetUrl(): URL {
    return apiUrl(this.rest.base, 'reviews/dataset');
  }
}

function pathOf(id: string): string {
  return `reviews/${encodeURIComponent(id)}`;
}
