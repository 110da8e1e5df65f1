import { problemText } from '../languages';
import type { Terms } from '../terms';
import { en } from './en';
import { fr } from './fr';
import type { CurationTerms, StaleState } from './terms';

export type { CurationTerms, StaleState };

const byLanguage: Readonly<Record<Terms['language'], CurationTerms>> = { en, fr };

export function curationTerms({ language }: Terms): CurationTerms {
  return byLanguage[language];
}

/** Codes that the server explains better, with the very answer or number that it is about. */
const explained: readonly string[] = ['case_invalid', 'curated_invalid'];

/** What went wrong, in words. */
export function curationProblem(terms: Terms, code: string, detail: string | null): string {
  const { problems } = curationTerms(terms);
  const text = Object.hasOwn(problems, code) ? problems[code] : undefined;
  if (text === undefined) {
    return problemText(terms, code, detail);
  }
  return explained.includes(code) && detail !== null && detail !== '' ? `${text}\n${detail}` : text;
}
