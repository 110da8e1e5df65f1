import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PassimApi } from '../../connection';
import { CuratedApi } from '../../connection/curation';
import type { Collection } from '../../state';
import { base } from '../../themes';
import { page } from '../styles';
import '../curated-editor/curated-editor';
import '../curated-list/curated-list';
import { CurationElement } from '../curation-element';
import { newEntry } from '../router';

/** The curated answers: all of them, or one to be written. */
export class CuratedPageElement extends CurationElement {
  static override readonly styles = [base, page];

  @property({ attribute: false }) api!: PassimApi;
  /** The id of an answer, or `new`; the list if null. */
  @property({ attribute: false }) entry: string | null = null;
  /** The question under review that a new answer is for. */
  @property({ attribute: false }) reviewId: string | null = null;

  @state() private collections: readonly Collection[] = [];
  #curated: CuratedApi | null = null;

  override render(): TemplateResult {
    const { api, collections, entry } = this;
    const curated = (this.#curated ??= new CuratedApi(api.rest));
    return html`<section>
      ${
        entry === null
          ? html`<passim-curated-list .api=${curated} .collections=${collections}></passim-curated-list>`
          : keyed(
              `${entry} ${this.reviewId ?? ''}`,
              html`<passim-curated-editor
                .api=${api}
                .collections=${collections}
                .curatedId=${entry === newEntry ? null : entry}
                .reviewId=${this.reviewId}
              ></passim-curated-editor>`,
            )
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
