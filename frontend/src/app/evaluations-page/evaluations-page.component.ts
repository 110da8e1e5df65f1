import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PassimApi } from '../../connection';
import { EvaluationApi } from '../../connection/evaluation';
import type { Collection } from '../../state';
import { base } from '../../themes';
import { page } from '../styles';
import { EvaluationElement } from '../evaluation-element';
import '../comparison-page/comparison-page';
import '../evaluation-list/evaluation-list';
import '../evaluation-view/evaluation-view';

/** The evaluations: all of them, one, or two beside each other. */
export class EvaluationsPageElement extends EvaluationElement {
  static override readonly styles = [base, page];

  @property({ attribute: false }) api!: PassimApi;
  @property({ attribute: false }) evaluationId: string | null = null;
  /** The evaluation to compare it with. */
  @property({ attribute: false }) against: string | null = null;

  @state() private collections: readonly Collection[] = [];
  #evaluations: EvaluationApi | null = null;

  override render(): TemplateResult {
    const { collections, evaluationId } = this;
    const evaluations = (this.#evaluations ??= new EvaluationApi(this.api.rest));
    return html`<section @passim-collection-changed=${this.#loadCollections}>
      ${
        evaluationId === null
          ? html`<passim-evaluation-list .api=${evaluations} .collections=${collections}></passim-evaluation-list>`
          : this.against === null
            ? keyed(
                evaluationId,
                html`<passim-evaluation-view
                  .api=${evaluations}
                  .library=${this.api}
                  .collections=${collections}
                  .evaluationId=${evaluationId}
                ></passim-evaluation-view>`,
              )
            : html`<passim-comparison-page
                .api=${evaluations}
                .collections=${collections}
                .evaluationId=${evaluationId}
                .against=${this.against}
              ></passim-comparison-page>`
      }
    </section>`;
  }

  protected override firstUpdated(): void {
    this.#loadCollections();
  }

  /** What was known before is better than nothing. */
  #loadCollections(): void {
    this.api.collections().then(
      (collections) => (this.collections = collections),
      () => undefined,
    );
  }
}
