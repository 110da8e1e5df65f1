import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { closeIcon, plusIcon } from '../../components';
import { PhrasesChangeEvent } from '../../events';
import { curatedLimits } from '../../state/curation';
import { base } from '../../themes';
import { CurationElement } from '../curation-element';
import { styles } from './phrase-list.styles';

/**
 * Ways to ask a question, each in a field of its own. Enter adds one.
 *
 * @event passim-phrases-change - They are others now; some may be empty.
 */
export class PhraseListElement extends CurationElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) phrases: readonly string[] = [];
  /** Why they were not accepted. */
  @property() problem: string | null = null;

  override render(): TemplateResult {
    const { form } = this.words;
    const { phrases, problem } = this;
    return html`<div class="phrases" role="group" aria-label=${form.paraphrases}>
        ${phrases.map((phrase, index) => this.#phrase(phrase, index))}
      </div>
      ${problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      ${
        phrases.length >= curatedLimits.paraphrases
          ? nothing
          : html`<button class="quiet" type="button" @click=${this.#add}>
              ${plusIcon}${form.addParaphrase}
            </button>`
      }`;
  }

  #phrase(phrase: string, index: number): TemplateResult {
    const { form } = this.words;
    const remove = form.removeParaphrase(index + 1);
    return html`<div class="phrase">
      <input
        autocomplete="off"
        maxlength=${curatedLimits.question}
        aria-label=${form.paraphrase(index + 1)}
        .value=${phrase}
        @input=${({ target }: Event) => {
          this.#tell(phrases(this.phrases, index, (target as HTMLInputElement).value));
        }}
        @keydown=${this.#onKey}
      />
      <button class="icon" type="button" title=${remove} aria-label=${remove} @click=${() => {
        this.#remove(index);
      }}>${closeIcon}</button>
    </div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, button')?.focus();
  }

  readonly #add = (): void => {
    if (this.phrases.length < curatedLimits.paraphrases) {
      this.#tell([...this.phrases, '']);
      void this.#focusLast();
    }
  };

  async #focusLast(): Promise<void> {
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll('input')].at(-1)?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      if (this.phrases.at(-1)?.trim() !== '') {
        this.#add();
      }
    }
  }

  #remove(index: number): void {
    this.#tell(this.phrases.filter((_, other) => other !== index));
    void this.updateComplete.then(() => {
      const fields = this.renderRoot.querySelectorAll<HTMLElement>('input');
      (fields[Math.min(index, fields.length - 1)] ?? this).focus();
    });
  }

  #tell(phrases: readonly string[]): void {
    this.phrases = phrases;
    this.dispatchEvent(new PhrasesChangeEvent(phrases));
  }
}

function phrases(before: readonly string[], index: number, phrase: string): readonly string[] {
  return before.map((other, at) => (at === index ? phrase : other));
}
