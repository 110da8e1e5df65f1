import { en } from './en';
import { fr } from './fr';
import type { Language, ProblemCode, Terms } from './terms';

const byLanguage: Readonly<Record<Language, Terms>> = { en, fr };

export const languages: readonly Terms[] = Object.values(byLanguage);

/** The first of the wanted languages that Passim speaks, else English. */
export function chooseTerms(wanted: readonly (string | null | undefined)[]): Terms {
  for (const tag of wanted) {
    const primary = tag?.toLowerCase().split('-')[0];
    if (primary === 'en' || primary === 'fr') {
      return byLanguage[primary];
    }
  }
  return en;
}

/** What went wrong, in words. A code that this page does not know is told with the server's own detail. */
export function problemText(terms: Terms, code: string, detail: string | null): string {
  if (Object.hasOwn(terms.problems, code)) {
    return terms.problems[code as ProblemCode];
  }
  return detail === null || detail === '' ? terms.problemUnknown(code) : detail;
}
