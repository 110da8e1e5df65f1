import { describe, expect, it } from 'vitest';
import { openLike, ownLike, quotedLike } from '../protocol/curation.fixture';
import { documentLike } from '../protocol/document.fixture';
import { goldenText } from '../protocol/golden.fixture';
import {
  answersProblem,
  casesOf,
  chosenEntries,
  curatedEntries,
  curatedField,
  type Dataset,
  isQuotable,
  locateWords,
  pageAt,
  trimmedSpan,
  writtenPhrases,
} from './curation';
import { fold } from './folded-text';

function located(text: string, words: string): readonly string[] {
  return locateWords(fold(text, 'spaced'), words).map(({ start, end }) => text.slice(start, end));
}

describe('words in a document', () => {
  it('are found character by character first', () => {
    expect(located('Leave is leave. leave!', ' leave ')).toEqual(['leave', 'leave']);
  });

  it('are found as the document writes them, however they were pasted', () => {
    expect(located('A “half-\npast  eleven” start', '"half- past eleven"')).toEqual([
      '“half-\npast  eleven”',
    ]);
    expect(located('Le CONGÉ annuel', 'le conge')).toEqual(['Le CONGÉ']);
  });

  it('are nowhere in a text without them, and nothing is everywhere', () => {
    expect(located('Leave', 'holiday')).toEqual([]);
    expect(located('Leave', '  \n')).toEqual([]);
    expect(located('', 'x')).toEqual([]);
  });

  it('do not overlap', () => {
    expect(located('aaaa', 'aa')).toEqual(['aa', 'aa']);
  });

  it('lose the white space around them', () => {
    expect(trimmedSpan('a \n bc \n', { start: 1, end: 8 })).toEqual({ start: 4, end: 6 });
    expect(trimmedSpan('a  b', { start: 1, end: 3 })).toBeNull();
  });

  it('stand on the page that they begin on', () => {
    const pages = [
      { number: 1, label: 'iv', start: 0, end: 10 },
      { number: 2, start: 10, end: 20 },
    ];
    expect([9, 10, 20].map((start) => pageAt(pages, { start, end: 30 }))).toEqual(['iv', 2, null]);
  });
});

describe('pinned answers', () => {
  const entries = curatedEntries([ownLike(), quotedLike()]);

  it('are listed with the last changed first', () => {
    expect(entries.map(({ answer }) => answer.id)).toEqual([quotedLike().id, ownLike().id]);
  });

  it.each([
    ['LUNCH', 'all', 1],
    ['house rules', 'all', 1],
    ['canteen', 'all', 2],
    ['canteen', 'stale', 1],
    ['', 'given', 1],
    ['lunch', 'given', 0],
  ] as const)('%j among %s: %i', (query, show, found) => {
    expect(chosenEntries(entries, query, show)).toHaveLength(found);
  });

  it('of a deleted document are found by their question', () => {
    const gone = curatedEntries([quotedLike({ text: null })]);
    expect(chosenEntries(gone, 'canteen', 'all')).toHaveLength(1);
    expect(chosenEntries(gone, 'null', 'all')).toHaveLength(0);
  });

  it('quote documents that are in force', () => {
    expect(isQuotable(documentLike())).toBe(true);
    expect(isQuotable(documentLike({ status: 'indexing' }))).toBe(false);
    expect(isQuotable(documentLike({ duplicateOf: 'd_2' }))).toBe(false);
    expect(isQuotable(documentLike({ status: 'superseded', supersededBy: 'd_2' }))).toBe(false);
  });

  it('have problems that belong to a field, or to all of it', () => {
    expect(
      ['citation_mismatch', 'curated_exists', 'citation_outside_collections', 'toString'].map(
        curatedField,
      ),
    ).toEqual(['answer', 'question', 'collections', 'form']);
  });

  it('have no empty paraphrases', () => {
    expect(writtenPhrases([' a ', '', ' \t'])).toEqual(['a']);
  });
});

describe('cases', () => {
  it('are read from the dataset, latest first', () => {
    const cases = casesOf(JSON.parse(goldenText('dataset')) as Dataset);
    expect(cases).toEqual([
      { id: 'q_4c2f', question: 'Who paints the lighthouse?', answers: [], context: null },
      {
        id: 'q_3b1e',
        question: openLike().question,
        answers: ['25 days'],
        context: 'Part-time staff have 25 days, pro rata.',
      },
    ]);
  });

  it('expect answers that stand in their context', () => {
    expect(answersProblem(['25 days'], '')).toBeNull();
    expect(answersProblem([], 'Anything')).toBeNull();
    expect(answersProblem(['25 days', '25'], 'There are 25 of them')).toEqual({
      kind: 'lacking',
      answer: '25 days',
    });
    expect(answersProblem(Array<string>(11).fill('x'), '')).toEqual({ kind: 'tooMany' });
    expect(answersProblem(['x'.repeat(1001)], '')).toEqual({ kind: 'tooLong' });
  });
});
