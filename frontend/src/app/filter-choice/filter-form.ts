import { html, nothing, type TemplateResult } from 'lit';
import { formatLanguage, type Terms } from '../../i18n';
import { type Filters, isBackwards } from '../../state';

/** The server names the language of each document, but not all that occur; these are the likely ones. */
const documentLanguages = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt'];

/** Tags as toggles, languages as toggles, and a range of days. `tags` is null until they are known. */
export function filterForm(
  filters: Filters,
  tags: readonly string[] | null,
  terms: Terms,
  text: string,
  onChange: (filters: Filters) => void,
): TemplateResult {
  const { filters: words, language } = terms;
  const { tags: chosenTags = [], languages: chosenLanguages = [], from, to } = filters;
  const offered = [...new Set([...chosenTags, ...(tags ?? [])])];
  const backwards = isBackwards(filters);
  return html`<div class="form">
    <h2>${words.heading}</h2>
    <p class="soft">${text}</p>
    <fieldset>
      <legend>${words.tags}</legend>
      ${
        offered.length === 0
          ? html`<p class="soft">${tags === null ? terms.app.loading : words.noTags}</p>`
          : offered.map((tag) =>
              toggle(tag, chosenTags.includes(tag), () => {
                onChange({ ...filters, tags: toggled(chosenTags, tag) });
              }),
            )
      }
    </fieldset>
    <fieldset>
      <legend>${words.languages}</legend>
      ${documentLanguages.map((code) =>
        toggle(formatLanguage(language, code), chosenLanguages.includes(code), () => {
          onChange({ ...filters, languages: toggled(chosenLanguages, code) });
        }),
      )}
    </fieldset>
    <fieldset aria-describedby=${backwards ? 'backwards' : nothing}>
      <legend>${words.dated}</legend>
      ${day(words.from, from, (value) => {
        onChange({ ...filters, from: value });
      })}
      ${day(words.to, to, (value) => {
        onChange({ ...filters, to: value });
      })}
      ${backwards ? html`<p class="problem" id="backwards" role="alert">${words.backwards}</p>` : nothing}
    </fieldset>
  </div>`;
}

function toggle(label: string, pressed: boolean, onClick: () => void): TemplateResult {
  return html`<button class="toggle" type="button" aria-pressed=${pressed} @click=${onClick}>${label}</button>`;
}

function day(
  label: string,
  value: string | undefined,
  onChange: (value: string) => void,
): TemplateResult {
  return html`<label class="day">
    <span>${label}</span>
    <input
      type="date"
      .value=${value ?? ''}
      @change=${(event: Event) => {
        onChange((event.target as HTMLInputElement).value);
      }}
    />
  </label>`;
}

function toggled(chosen: readonly string[], value: string): readonly string[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}
