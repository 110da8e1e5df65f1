import type { Terms } from '../terms';
import { en } from './en';
import { fr } from './fr';
import type { SearchTerms } from './terms';

export type { SearchTerms };

const byLanguage: Readonly<Record<Terms['language'], SearchTerms>> = { en, fr };

export function searchTerms({ language }: Terms): SearchTerms {
  return byLanguage[language];
}
