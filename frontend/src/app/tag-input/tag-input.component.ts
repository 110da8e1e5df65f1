import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { closeIcon, PassimElement, plusIcon } from '../../components';
import { TagsChangeEvent } from '../../events';
import { maxTagLength, maxTags, normalTag } from '../../state';
import { base } from '../../themes';
import { styles } from './tag-input.styles';

const suggestionsShown = 12;

/**
 * Tags that can be taken away, a field for more, and those in use elsewhere to choose from.
 *
 * @event passim-tags-change - The tags are others now.
 */
export class TagInputElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) tags: readonly string[] = [];
  /** Tags in use, the most used first. */
  @property({ attribute: false }) known: readonly string[] = [];

  @state() private typed = '';
  @state() private problem = '';
  @query('input') private field!: HTMLInputElement;

  override render(): TemplateResult {
    const { edit } = this.terms;
    return html`<div class="box" role="group" aria-label=${edit.tags}>
        ${this.tags.map((tag) => this.#chip(tag))}
        <input
          autocomplete="off"
          autocapitalize="none"
          enterkeyhint="enter"
          aria-label=${edit.addTag}
          aria-describedby="hint"
          aria-invalid=${this.problem !== ''}
          placeholder=${this.tags.length === 0 ? edit.addTag : ''}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @blur=${this.#onBlur}
        />
      </div>
      <p id="hint" class=${this.problem === '' ? 'hint' : 'hint problem'} role=${this.problem === '' ? nothing : 'alert'}>
        ${this.problem === '' ? edit.tagsHint : this.problem}
      </p>
      ${this.#suggestions()}`;
  }

  /** Takes what is typed and not yet a tag. False if it is none. */
  commit(): boolean {
    return this.typed.trim() === '' || this.#add(this.typed);
  }

  override focus(options?: FocusOptions): void {
    this.field.focus(options);
  }

  #chip(tag: string): TemplateResult {
    const remove = this.terms.edit.removeTag(tag);
    return html`<span class="chip">
      ${tag}
      <button type="button" title=${remove} aria-label=${remove} @click=${() => {
        this.#remove(tag);
      }}>${closeIcon}</button>
    </span>`;
  }

  #suggestions(): TemplateResult | typeof nothing {
    const wanted = normalTag(this.typed);
    const open = this.known
      .filter((tag) => !this.tags.includes(tag) && tag.includes(wanted))
      .slice(0, suggestionsShown);
    return open.length === 0
      ? nothing
      : html`<div class="known" role="group" aria-label=${this.terms.edit.usedHere}>
          <span aria-hidden="true">${this.terms.edit.usedHere}</span>
          ${open.map(
            (tag) =>
              html`<button
                type="button"
                @mousedown=${keepFocus}
                @click=${() => {
                  this.#add(tag);
                }}
              >
                ${plusIcon}${tag}
              </button>`,
          )}
        </div>`;
  }

  #onInput(): void {
    this.typed = this.field.value;
    this.problem = '';
    if (this.typed.includes(',')) {
      this.typed.split(',').every((tag) => normalTag(tag) === '' || this.#add(tag));
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing && this.typed.trim() !== '') {
      event.preventDefault();
      this.#add(this.typed);
    } else if (event.key === 'Backspace' && this.typed === '') {
      const last = this.tags.at(-1);
      if (last !== undefined) {
        this.#remove(last);
      }
    }
  }

  #onBlur(): void {
    this.commit();
  }

  #add(text: string): boolean {
    const { edit } = this.terms;
    const tag = normalTag(text);
    if (tag.length > maxTagLength) {
      this.problem = edit.tagTooLong(maxTagLength);
      return false;
    }
    if (!this.tags.includes(tag) && this.tags.length >= maxTags) {
      this.problem = edit.tooManyTags(maxTags);
      return false;
    }
    this.field.value = '';
    this.typed = '';
    this.problem = '';
    if (!this.tags.includes(tag)) {
      this.#tell([...this.tags, tag].sort());
    }
    return true;
  }

  #remove(tag: string): void {
    this.#tell(this.tags.filter((other) => other !== tag));
    this.focus();
  }

  #tell(tags: readonly string[]): void {
    this.tags = tags;
    this.dispatchEvent(new TagsChangeEvent(tags));
  }
}

/** Else the field would lose the focus, take what is half typed for a tag, and move the button away. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
