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

/** Problems that have several causes, of which the server tells which; with the beginning of what says no more than the page. */
const causes: Readonly<Record<string, string | null>> = {
  document_damaged: 'The file is damaged or incomplete.',
  document_encrypted: 'The document is protected by a password.',
  document_without_text: 'The document holds no text.',
  internal_error: 'The server failed',
  parse_timeout: null,
  storage_full: "The server's disk is full",
  too_large: null,
  unsupported_media_type: null,
};

/** What went wrong, in words. A code that this page does not know is told with the server's own detail. */
export function problemText(terms: Terms, code: string, detail: string | null): string {
  if (Object.hasOwn(terms.problems, code)) {
    return terms.problems[code as ProblemCode];
  }
  return detail === null || detail === '' ? terms.problemUnknown(code) : detail;
}

/** What the server's detail, in English, adds to those words: which limit it was, or which file of an archive; or null. */
export function problemCause(code: string, detail: string | null): string | null {
  const plain = Object.hasOwn(causes, code) ? causes[code] : undefined;
  return plain === undefined || detail === null || detail === '' || (plain !== null && detail.startsWith(plain))
    ? null
    : detail;
}
