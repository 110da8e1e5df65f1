import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { downloadIcon, trashIcon } from '../../components';
import type { ReviewApi } from '../../connection/curation';
import { casesOf, type ReviewCase } from '../../state/curation';
import { base } from '../../themes';
import { CurationListElement, type RemovalQuestion } from '../curation-list-element';
import { styles } from './case-list.styles';

/** The dataset that came of the reviews: to be taken elsewhere, and to take cases out of. */
export class CaseListElement extends CurationListElement<ReviewCase> {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: ReviewApi;

  override render(): TemplateResult {
    const { items: cases } = this;
    const { cases: words } = this.words;
    return html`<p class="soft">${words.intro}</p>
      ${this.renderProblem()}
      ${
        cases === null
          ? this.renderWaiting()
          : cases.length === 0
            ? html`<p class="soft">${words.none}</p>`
            : this.#list(cases)
      }
      ${this.renderConfirmation()}`;
  }

  #list(cases: readonly ReviewCase[]): TemplateResult {
    const { cases: words } = this.words;
    return html`<div class="bar">
        <p>${words.count(cases.length)}</p>
        <a class="button plain" href=${this.api.datasetUrl().href} download="reviewed-questions.json">
          ${downloadIcon}${words.download}
        </a>
        <a class="quiet" href="/evaluations">${words.evaluate}</a>
      </div>
      <ul>
        ${repeat(
          this.shownOf(cases),
          ({ id }) => id,
          (test) => html`<li>${this.#case(test)}</li>`,
        )}
      </ul>
      ${this.renderMore(cases.length)}`;
  }

  #case(test: ReviewCase): TemplateResult {
    const { cases: words } = this.words;
    const remove = words.remove(test.question);
    return html`<div>
        <h2>${test.question}</h2>
        <p class="answers">
          ${test.answers.length === 0 ? html`<em>${words.noAnswer}</em>` : test.answers.join(' · ')}
        </p>
        ${
          test.context === null
            ? nothing
            : html`<details>
                <summary>${words.context}</summary>
                <p class="context">${test.context}</p>
              </details>`
        }
      </div>
      <button class="icon" type="button" title=${remove} aria-label=${remove} @click=${() => (this.removing = test)}>
        ${trashIcon}
      </button>`;
  }

  protected override async fetchItems(): Promise<readonly ReviewCase[]> {
    return casesOf(await this.api.dataset());
  }

  protected override removeItem({ id }: ReviewCase): Promise<void> {
    return this.api.removeCase(id);
  }

  protected override removalQuestion({ question }: ReviewCase): RemovalQuestion {
    const { cases: words } = this.words;
    return { heading: words.removeTitle, text: words.removeText(question), action: words.removeConfirm };
  }
}
