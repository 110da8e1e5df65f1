import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { moonIcon, PassimElement, sunIcon, systemIcon } from '../../components';
import { LanguageChangeEvent, ThemeChangeEvent } from '../../events';
import { languages, type ThemeChoice } from '../../i18n';
import { base } from '../../themes';
import { styles } from './preferences.styles';

const themes: readonly ThemeChoice[] = ['auto', 'light', 'dark'];
const themeIcons = { auto: systemIcon, light: sunIcon, dark: moonIcon };

/** The switches for language and appearance. */
export class PreferencesElement extends PassimElement {
  static override readonly styles = [base, styles];

  @property() theme: ThemeChoice = 'auto';

  override render(): TemplateResult {
    const { app, language } = this.terms;
    const themeLabel = app.theme(app.themes[this.theme]);
    return html`<div role="group" aria-label=${app.language}>
        ${languages.map(
          (terms) =>
            html`<button
              class="quiet"
              type="button"
              lang=${terms.language}
              title=${terms.languageName}
              aria-label=${`${terms.language.toUpperCase()}, ${terms.languageName}`}
              aria-pressed=${terms.language === language}
              @click=${() => this.dispatchEvent(new LanguageChangeEvent(terms.language))}
            >
              ${terms.language.toUpperCase()}
            </button>`,
        )}
      </div>
      <button class="icon" type="button" title=${themeLabel} aria-label=${themeLabel} @click=${this.#nextTheme}>
        ${themeIcons[this.theme]}
      </button>`;
  }

  #nextTheme(): void {
    const next = themes[(themes.indexOf(this.theme) + 1) % themes.length] ?? 'auto';
    this.dispatchEvent(new ThemeChangeEvent(next));
  }
}
