import { formatDate, formatDuration, formatTime, type Terms } from '../i18n';
import { type EvaluationTerms, evaluationTerms } from '../i18n/evaluation';
import type { Collection } from '../state';
import { type Evaluation, readerOf } from '../state/evaluation';

/** How much of the stage that a run is in is done: passages are encoded first, then questions asked. */
export function stageDone(
  { stage, passages, encoded, asked, questions }: Evaluation,
  words: EvaluationTerms,
): { readonly text: string; readonly share: number } {
  return stage === 'encoding' && passages !== null && encoded !== null
    ? { text: words.encodedOf(encoded, passages), share: encoded / Math.max(passages, 1) }
    : { text: words.askedOf(asked, questions), share: asked / Math.max(questions, 1) };
}

/** What a run is, in a few words each: which reader answered how many questions, asked where, when, and for how long. */
export function runFacts(
  evaluation: Evaluation,
  collections: readonly Collection[],
  terms: Terms,
): readonly string[] {
  const { questions, collectionIds, createdAt, startedAt, finishedAt } = evaluation;
  const words = evaluationTerms(terms);
  const { language } = terms;
  const names = (collectionIds ?? []).map(
    (id) => collections.find((collection) => collection.id === id)?.name ?? id,
  );
  const seconds =
    startedAt === null || finishedAt === null
      ? null
      : (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return [
    readerOf(evaluation) ?? '',
    words.questions(questions),
    collectionIds === null ? words.inOwnContexts : words.inNamed(names.join(', ')),
    [formatDate(language, createdAt), formatTime(language, createdAt)].filter((part) => part !== '').join(', '),
    seconds === null || Number.isNaN(seconds) ? '' : words.lasted(formatDuration(language, seconds)),
  ].filter((fact) => fact !== '');
}
