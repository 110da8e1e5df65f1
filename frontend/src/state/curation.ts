import type { CharSpan, DocumentRecord, PageSpan } from '../protocol';
import type { CuratedAnswer } from '../protocol/curated';
import type { Dataset } from '../protocol/review';
import { fold, type FoldedText } from './folded-text';
import { searchText } from './text-search';

export type * from '../protocol/curated';
export type * from '../protocol/review';

/** What the server takes, in characters or in number. */
export const curatedLimits = { question: 1000, text: 4000, paraphrases: 20 } as const;
export const decisionLimits = { note: 2000, context: 20_000, answers: 10, answer: 1000 } as const;

/** The part of the form that an error is about. */
export type CuratedField = 'question' | 'paraphrases' | 'answer' | 'collections' | 'form';

const fields: Readonly<Record<string, CuratedField>> = {
  question_empty: 'question',
  question_too_long: 'question',
  curated_exists: 'question',
  too_many_paraphrases: 'paraphrases',
  curated_invalid: 'answer',
  answer_empty: 'answer',
  answer_too_long: 'answer',
  span_invalid: 'answer',
  citation_mismatch: 'answer',
  document_not_found: 'answer',
  document_deleted: 'answer',
  document_superseded: 'answer',
  document_duplicate: 'answer',
  document_not_ready: 'answer',
  text_not_available: 'answer',
  collection_not_found: 'collections',
  citation_outside_collections: 'collections',
};

export function curatedField(code: string): CuratedField {
  return Object.hasOwn(fields, code) ? (fields[code] ?? 'form') : 'form';
}

export type CuratedShow = 'all' | 'given' | 'stale';

/** A pinned answer beside the words that it can be found by. */
export interface CuratedEntry {
  readonly answer: CuratedAnswer;
  readonly folded: string;
}

/** The last changed first, each made ready to be searched. */
export function curatedEntries(answers: readonly CuratedAnswer[]): readonly CuratedEntry[] {
  return [...answers]
    .sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt))
    .map((answer) => {
      const { question, paraphrases, text, citation } = answer;
      const words = [question, ...paraphrases, text, citation?.title, citation?.filename];
      return { answer, folded: fold(words.join('\n'), 'spaced').text };
    });
}

export function chosenEntries(
  entries: readonly CuratedEntry[],
  query: string,
  show: CuratedShow,
): readonly CuratedEntry[] {
  const wanted = fold(query, 'spaced').text.trim();
  return entries.filter(
    ({ answer, folded }) =>
      (show === 'all' || answer.stale === (show === 'stale')) && folded.includes(wanted),
  );
}

/** A document whose words can be pinned. */
export function isQuotable({ status, duplicateOf, supersededBy }: DocumentRecord): boolean {
  return status === 'ready' && duplicateOf === null && supersededBy === null;
}

/**
 * Where words stand in a text: character by character if they do somewhere, else whatever their case, accents, line
 * breaks and quotation marks.
 */
export function locateWords(text: FoldedText, typed: string): readonly CharSpan[] {
  const words = typed.trim();
  const exact: CharSpan[] = [];
  if (words !== '') {
    for (let start = text.source.indexOf(words); start >= 0; ) {
      const end = start + words.length;
      exact.push({ start, end });
      start = text.source.indexOf(words, end);
    }
  }
  return exact.length > 0 ? exact : searchText(text, words);
}

/** A span without the white space at its ends; null if there is nothing else in it. */
export function trimmedSpan(text: string, { start, end }: CharSpan): CharSpan | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = from + words.trim().length;
  return from < to ? { start: from, end: to } : null;
}

/** The page on which a span begins, as it is printed; null in a text without pages. */
export function pageAt(pages: readonly PageSpan[], { start }: CharSpan): string | number | null {
  const page = pages.find((candidate) => candidate.start <= start && start < candidate.end);
  return page === undefined ? null : (page.label ?? page.number);
}

/** One paraphrase for each line that is not empty. */
export function writtenPhrases(phrases: readonly string[]): readonly string[] {
  return phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== '');
}

/** A question of the dataset that came of the reviews. */
export interface ReviewCase {
  readonly id: string;
  readonly question: string;
  /** None if no answer is expected. */
  readonly answers: readonly string[];
  /** The text that they stand in, if somebody gave one. */
  readonly context: string | null;
}

/** Latest first. A case without a text of its own has its answers for one. */
export function casesOf({ data }: Dataset): readonly ReviewCase[] {
  return data
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ context, qas }) =>
      qas.map(({ id, question, answers: expected }) => {
        const answers = expected.map(({ text }) => text);
        const own = answers.length > 0 && context !== answers.join('\n');
        return { id, question, answers, context: own ? context : null };
      }),
    )
    .reverse();
}

export type AnswersProblem =
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'lacking'; readonly answer: string };

/** Why answers cannot be expected, if they cannot: each must stand in the context, if there is one. */
export function answersProblem(answers: readonly string[], context: string): AnswersProblem | null {
  if (answers.length > decisionLimits.answers) {
    return { kind: 'tooMany' };
  }
  if (answers.some(({ length }) => length > decisionLimits.answer)) {
    return { kind: 'tooLong' };
  }
  const lacking = context === '' ? undefined : answers.find((answer) => !context.includes(answer));
  return lacking === undefined ? null : { kind: 'lacking', answer: lacking };
}
