import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PassimElement, plusIcon, trashIcon } from '../../components';
import { CollectionCreateEvent, CollectionRemoveEvent, CollectionSelectEvent } from '../../events';
import { formatLanguage, languages } from '../../i18n';
import type { Collection } from '../../state';
import { base } from '../../themes';
import { styles } from './collection-list.styles';

/**
 * The collections, and the form for a new one.
 *
 * @event passim-collection-select - Show this one.
 * @event passim-collection-create - Make one.
 * @event passim-collection-remove - Delete this one.
 */
export class CollectionListElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) collections: readonly Collection[] = [];
  @property() currentId: string | null = null;

  @state() private creating = false;

  override render(): TemplateResult {
    const { library } = this.terms;
    return html`<h2>${library.collections}</h2>
      <ul>
        ${this.collections.map((collection) => this.#item(collection))}
      </ul>
      ${
        this.creating
          ? this.#form()
          : html`<button class="quiet" type="button" @click=${() => (this.creating = true)}>
            ${plusIcon}${library.newCollection}
          </button>`
      }`;
  }

  #item({ id, name, documents, passages }: Collection): TemplateResult {
    const { library } = this.terms;
    const current = id === this.currentId;
    const remove = library.remove(name);
    return html`<li>
      <button
        class="open"
        type="button"
        aria-current=${current}
        @click=${() => this.dispatchEvent(new CollectionSelectEvent(id))}
      >
        <span class="name">${name}</span>
        <span class="counts">${library.counts(documents, passages)}</span>
      </button>
      ${
        current
          ? html`<button
            class="icon"
            type="button"
            title=${remove}
            aria-label=${remove}
            @click=${() => this.dispatchEvent(new CollectionRemoveEvent(id))}
          >
            ${trashIcon}
          </button>`
          : nothing
      }
    </li>`;
  }

  #form(): TemplateResult {
    const { library, app, language } = this.terms;
    return html`<form @submit=${this.#create}>
      <label for="name">${library.collectionName}</label>
      <input id="name" name="name" required maxlength="100" autocomplete="off" />
      <label for="language">${library.collectionLanguage}</label>
      <select id="language" name="language">
        <option value="">${library.languageAuto}</option>
        ${languages.map(
          (terms) =>
            html`<option value=${terms.language}>${formatLanguage(language, terms.language)}</option>`,
        )}
      </select>
      <div>
        <button class="button" type="submit">${library.create}</button>
        <button class="quiet" type="button" @click=${() => (this.creating = false)}>${app.cancel}</button>
      </div>
    </form>`;
  }

  protected override updated(): void {
    if (this.creating) {
      const input = this.renderRoot.querySelector('input');
      if (input?.value === '') {
        input.focus();
      }
    }
  }

  #create(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const name = text(data.get('name'));
    const language = text(data.get('language'));
    if (name !== '') {
      this.creating = false;
      this.dispatchEvent(new CollectionCreateEvent(name, language === '' ? null : language));
    }
  }
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : '';
}
