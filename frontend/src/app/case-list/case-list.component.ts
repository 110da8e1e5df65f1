import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { downloadIcon, trashIcon } from '../../components';
import type { ReviewApi } from '../../connection/curation';
import { casesOf, type ReviewCase } from '../../state/curation';
import { base } from '../../themes';
import '../confirm/confirm';
import { CurationElement } from '../curation-element';
import { styles } from './case-list.styles';

const atOnce = 50;

/** The dataset that came of the reviews: to be taken elsewhere, and to take cases out of. */
export class CaseListElement extends CurationElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) api!: ReviewApi;

  @state() private cases: readonly ReviewCase[] | null = null;
  @state() private limit = atOnce;
  @state() private problem: string | null = null;
  @state() private removing: ReviewCase | null = null;

  override render(): TemplateResult {
    const { cases, problem } = this;
    const { cases: words } = this.words;
    return html`<p class="soft">${words.intro}</p>
      ${problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      ${
        cases === null
          ? this.#instead()
          : cases.length === 0
            ? html`<p class="soft">${words.none}</p>`
            : this.#list(cases)
      }
      ${this.#confirmation()}`;
  }

  #instead(): TemplateResult {
    const { app } = this.terms;
    return this.problem === null
      ? html`<p class="soft">${app.loading}</p>`
      : html`<button class="button plain" type="button" @click=${() => void this.#load()}>${app.tryAgain}</button>`;
  }

  #list(cases: readonly ReviewCase[]): TemplateResult {
    const { cases: words, list } = this.words;
    const rest = cases.length - this.limit;
    return html`<div class="bar">
        <p>${words.count(cases.length)}</p>
        <a class="button plain" href=${this.api.datasetUrl().href} download="reviewed-questions.json">
          ${downloadIcon}${words.download}
        </a>
        <a class="quiet" href="/evaluations">${words.evaluate}</a>
      </div>
      <ul>
        ${repeat(
          cases.slice(0, this.limit),
          ({ id }) => id,
          (test) => html`<li>${this.#case(test)}</li>`,
        )}
      </ul>
      ${
        rest <= 0
          ? nothing
          : html`<button class="button plain" type="button" @click=${() => (this.limit += atOnce)}>
              ${list.more(Math.min(rest, atOnce))}
            </button>`
      }`;
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

  #confirmation(): TemplateResult | typeof nothing {
    const { cases: words } = this.words;
    const { removing } = this;
    return removing === null
      ? nothing
      : html`<passim-confirm
          .heading=${words.removeTitle}
          .text=${words.removeText(removing.question)}
          .action=${words.removeConfirm}
          @passim-confirm=${() => void this.#remove(removing.id)}
          @passim-cancel=${() => (this.removing = null)}
        ></passim-confirm>`;
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.cases = casesOf(await this.api.dataset());
      this.problem = null;
    } catch (error) {
      this.problem = this.problemText(error);
    }
  }

  async #remove(id: string): Promise<void> {
    this.removing = null;
    try {
      await this.api.removeCase(id);
    } catch (error) {
      this.problem = this.problemText(error);
      return;
    }
    await this.#load();
  }
}
