import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PassimApi } from '../../connection';
import { ReviewApi } from '../../connection/curation';
import type { Collection } from '../../state';
import { base } from '../../themes';
import { page } from '../styles';
import '../case-list/case-list';
import { CurationElement } from '../curation-element';
import '../review-list/review-list';
import { type ReviewPart, reviewsPath } from '../router';
import { styles } from './reviews-page.styles';

const parts: readonly ReviewPart[] = ['open', 'resolved', 'cases'];

/** The questions that were answered badly, what was decided about them, and the test cases that came of it. */
export class ReviewsPageElement extends CurationElement {
  static override readonly styles = [base, page, styles];

  @property({ attribute: false }) api!: PassimApi;
  @property() shown: ReviewPart = 'open';

  @state() private collections: readonly Collection[] = [];
  #reviews: ReviewApi | null = null;

  override render(): TemplateResult {
    const { reviews } = this.words;
    const { shown } = this;
    const api = (this.#reviews ??= new ReviewApi(this.api.rest));
    return html`<section>
      <h1>${reviews.title}</h1>
      <p class="soft">${reviews.intro} <a href="/curated">${this.words.back}</a></p>
      <nav aria-label=${reviews.title}>
        ${parts.map(
          (other) =>
            html`<a href=${reviewsPath(other)} aria-current=${other === shown ? 'page' : 'false'}>${reviews.tabs[other]}</a>`,
        )}
      </nav>
      ${
        shown === 'cases'
          ? html`<passim-case-list .api=${api}></passim-case-list>`
          : html`<passim-review-list
              .api=${api}
              .status=${shown}
              .collections=${this.collections}
            ></passim-review-list>`
      }
    </section>`;
  }

  protected override firstUpdated(): void {
    this.api.collections().then(
      (collections) => (this.collections = collections),
      () => (this.collections = []),
    );
  }
}
