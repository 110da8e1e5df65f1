import type { ThemeChoice } from '../i18n';

const languageKey = 'passim-language';
const themeKey = 'passim-theme';
const collectionKey = 'passim-collection';

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
