import type { ThemeChoice } from '../i18n';
import { activeFilters, type Filters, noFilters } from '../state';

const languageKey = 'passim-language';
const themeKey = 'passim-theme';
const collectionKey = 'passim-collection';
const filtersKey = 'passim-filters';

export function storedLanguage(): string | null {
  return read(languageKey);
}

export function storeLanguage(language: string): void {
  write(languageKey, language);
}

export function storedTheme(): ThemeChoice {
  const theme = read(themeKey);
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

export function storeTheme(theme: ThemeChoice): void {
  write(themeKey, theme);
}

export function storedCollection(): string | null {
  return read(collectionKey);
}

export function storeCollection(id: string | null): void {
  write(collectionKey, id ?? '');
}

/** Of this session only: a filter forgotten for days would hide documents. */
export function storedFilters(): Filters {
  try {
    const { tags, languages, from, to } = JSON.parse(
      sessionStorage.getItem(filtersKey) ?? '{}',
    ) as Partial<Record<string, unknown>>;
    return (
      activeFilters({
        tags: stringsOf(tags),
        languages: stringsOf(languages),
        ...(typeof from === 'string' ? { from } : {}),
        ...(typeof to === 'string' ? { to } : {}),
      }) ?? noFilters
    );
  } catch {
    return noFilters;
  }
}

export function storeFilters(filters: Filters): void {
  try {
    sessionStorage.setItem(filtersKey, JSON.stringify(filters));
  } catch {
    return;
  }
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Storage may be forbidden. Preferences then last as long as the page. */
function read(key: string): string | null {
  try {
    const value = localStorage.getItem(key);
    return value === '' ? null : value;
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
