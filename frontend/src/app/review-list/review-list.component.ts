import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ReviewApi } from '../../connection/curation';
import type { ReviewDecisionEvent } from '../../events';
import type { Collection } from '../../state';
import type { Review, ReviewStatus } from '../../state/curation';
import { base } from '../../themes';
import { CurationElement } from '../curation-element';
import '../review-item/review-item';
import { styles } from './review-list.styles';

/** The questions that wait for a decision, or those that have one, page by page. */
export class ReviewListElement extends CurationElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: ReviewApi;
  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property() status: ReviewStatus = 'open';

  /** Null while the first page is on its way. */
  @state() private items: readonly Review[] | null = null;
  @state() private next: string | null = null;
  @state() private loading = false;
  @state() private problem: string | null = null;
  /** What has just been done, for those who cannot see it go. */
  @state() private done = '';
  @state() private sendingId: string | null = null;
  @state() private refusal: { readonly id: string; readonly text: string } | null = null;
  @query('.done') private doneLine!: HTMLElement;

  override render(): TemplateResult {
    const { items, next, problem, words } = this;
    return html`<p class="done" role="status" tabindex="-1">${this.done}</p>
      ${problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      ${
        items === null
          ? problem === null
            ? html`<p class="soft">${this.terms.app.loading}</p>`
            : nothing
          : items.length === 0 && next === null
            ? html`<p class="soft">${this.status === 'open' ? words.reviews.noneOpen : words.reviews.noneResolved}</p>`
            : this.#items(items)
      }
      ${this.#more()}`;
  }

  #items(items: readonly Review[]): TemplateResult {
    return html`<ul>
      ${repeat(
        items,
        ({ id }) => id,
        (review) =>
          html`<li>
            <passim-review-item
              .review=${review}
              .collections=${this.collections}
              .sending=${this.sendingId === review.id}
              .problem=${this.refusal?.id === review.id ? this.refusal.text : null}
              @passim-review-decision=${({ decision }: ReviewDecisionEvent) =>
                void this.#settle(review, this.words.reviews.done, async () => {
                  await this.api.resolve(review.id, decision);
                })}
              @passim-review-reopen=${() =>
                void this.#settle(review, this.words.reviews.reopened, () => this.api.reopen(review.id))}
            ></passim-review-item>
          </li>`,
      )}
    </ul>`;
  }

  #more(): TemplateResult | typeof nothing {
    const again = this.problem !== null;
    return this.next === null && !again
      ? nothing
      : html`<button class="button plain" type="button" ?disabled=${this.loading} @click=${() => void this.#load(this.next)}>
          ${again ? this.terms.app.tryAgain : this.words.reviews.more}
        </button>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('status')) {
      this.items = null;
      this.next = null;
      this.done = '';
      void this.#load(null);
    }
  }

  /** Reads a page and puts it below those that are there. */
  async #load(cursor: string | null): Promise<void> {
    const { status } = this;
    this.loading = true;
    this.problem = null;
    try {
      const page = await this.api.page(status, cursor);
      if (status === this.status) {
        const before = cursor === null ? [] : (this.items ?? []);
        const known = new Set(before.map(({ id }) => id));
        this.items = [...before, ...page.items.filter(({ id }) => !known.has(id))];
        this.next = page.next;
      }
    } catch (error) {
      if (status === this.status) {
        this.problem = this.problemText(error);
      }
    } finally {
      if (status === this.status) {
        this.loading = false;
      }
    }
  }

  /** Does what takes a question out of this part of the queue. */
  async #settle(
    { id, question }: Review,
    told: (question: string) => string,
    action: () => Promise<void>,
  ): Promise<void> {
    this.sendingId = id;
    this.refusal = null;
    try {
      await action();
      this.items = (this.items ?? []).filter((item) => item.id !== id);
      this.done = told(question);
      if (this.items.length === 0 && this.next !== null) {
        await this.#load(this.next);
      }
      this.doneLine.focus();
    } catch (error) {
      this.refusal = { id, text: this.problemText(error) };
    } finally {
      this.sendingId = null;
    }
  }
}
