import type { Terms } from '../terms';
import { problemText } from '../languages';
import { en } from './en';
import { fr } from './fr';
import type { CauseName, EvaluationTerms, MetricName, QuestionType } from './terms';

export type { CauseName, EvaluationTerms, MetricName, QuestionType };

const byLanguage: Readonly<Record<Terms['language'], EvaluationTerms>> = { en, fr };

export function evaluationTerms({ language }: Terms): EvaluationTerms {
  return byLanguage[language];
}

/** The name of something that a newer server may have more of: its own name where there is no other. */
export function named(names: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key;
}

/** Problems of which the server knows more. */
const detailed = new Set(['dataset_invalid', 'reader_not_found', 'reader_unusable', 'reader_damaged']);

/** What went wrong, in words; with what the server says of a dataset that it cannot read. */
export function evaluationProblem(terms: Terms, code: string, detail: string | null): string {
  const { problems } = evaluationTerms(terms);
  const text = Object.hasOwn(problems, code) ? problems[code] : undefined;
  if (text === undefined) {
    return problemText(terms, code, detail);
  }
  return detailed.has(code) && detail !== null && detail !== '' ? `${text}\n${detail}` : text;
}
