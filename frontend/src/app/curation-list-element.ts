import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import './confirm/confirm';
import { CurationElement } from './curation-element';

const atOnce = 50;

/** What is asked before an item is removed. */
export interface RemovalQuestion {
  readonly heading: string;
  readonly text: string;
  readonly action: string;
}

/** A list that is fetched as a whole, shown fifty at a time, and whose items can be removed after a confirmation. */
export abstract class CurationListElement<Item> extends CurationElement {
  /** Null while they are on their way. */
  @state() protected items: readonly Item[] | null = null;
  @state() protected removing: Item | null = null;
  @state() private problem: string | null = null;
  @state() private limit = atOnce;

  protected abstract fetchItems(): Promise<readonly Item[]>;
  protected abstract removeItem(item: Item): Promise<void>;
  protected abstract removalQuestion(item: Item): RemovalQuestion;

  /** Why they could not be fetched, or one not be removed. */
  protected renderProblem(): TemplateResult | typeof nothing {
    return this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`;
  }

  /** In place of the items while there are none to show. */
  protected renderWaiting(): TemplateResult {
    const { app } = this.terms;
    return this.problem === null
      ? html`<p class="soft">${app.loading}</p>`
      : html`<button class="button plain" type="button" @click=${() => void this.load()}>${app.tryAgain}</button>`;
  }

  /** Those that are shown at first, or so far. */
  protected shownOf<Shown>(items: readonly Shown[]): readonly Shown[] {
    return items.slice(0, this.limit);
  }

  /** The button for the next ones, if there are any. */
  protected renderMore(total: number): TemplateResult | typeof nothing {
    const rest = total - this.limit;
    return rest <= 0
      ? nothing
      : html`<button class="button plain" type="button" @click=${() => (this.limit += atOnce)}>
          ${this.words.list.more(Math.min(rest, atOnce))}
        </button>`;
  }

  protected showFirst(): void {
    this.limit = atOnce;
  }

  protected renderConfirmation(): TemplateResult | typeof nothing {
    const { removing } = this;
    if (removing === null) {
      return nothing;
    }
    const { heading, text, action } = this.removalQuestion(removing);
    return html`<passim-confirm
      .heading=${heading}
      .text=${text}
      .action=${action}
      @passim-confirm=${() => void this.#remove(removing)}
      @passim-cancel=${() => (this.removing = null)}
    ></passim-confirm>`;
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  protected async load(): Promise<void> {
    try {
      this.items = await this.fetchItems();
      this.problem = null;
    } catch (error) {
      this.problem = this.problemText(error);
    }
  }

  async #remove(item: Item): Promise<void> {
    this.removing = null;
    try {
      await this.removeItem(item);
    } catch (error) {
      this.problem = this.problemText(error);
      return;
    }
    await this.load();
  }
}
