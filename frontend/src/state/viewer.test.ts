import { describe, expect, it } from 'vitest';
import type { Answer, AnswerMessage } from '../protocol';
import { goldenText } from '../protocol/golden.fixture';
import { citationTrail, placeOf, readTrail } from './citation-trail';
import { matchesAround, pagesOfSpan, segmentDocument } from './document-segments';
import { fold } from './folded-text';
import { matchFrom, searchText } from './text-search';

const answer: Answer = (JSON.parse(goldenText('answer-answered')) as AnswerMessage).answer;

describe('search in a text', () => {
  const search = (text: string, query: string): string[] =>
    searchText(fold(text, 'spaced'), query).map(({ start, end }) => text.slice(start, end));

  it('minds neither case nor accents nor line breaks', () => {
    expect(search('Congés PAYÉS,\n conges\n\n payes', 'congés payés')).toEqual([
      'Congés PAYÉS',
      'conges\n\n payes',
    ]);
    expect(search('un cœur, un COEUR', 'coeur')).toEqual(['cœur', 'COEUR']);
    expect(search('e\u0301te\u0301 passé', 'été')).toEqual(['e\u0301te\u0301']);
    expect(search('con\ufb02it', 'flit')).toEqual(['\ufb02it']);
  });

  it.each(['', '   ', '\u0301', 'absent'])('finds nothing for %j', (query) => {
    expect(search('Some text.', query)).toEqual([]);
  });

  it('counts what does not overlap', () => {
    expect(search('aaaa', 'aa')).toEqual(['aa', 'aa']);
  });

  it('begins at the place that is being read, and goes round', () => {
    const matches = searchText(fold('a b a b a', 'spaced'), 'a');
    expect([0, 1, 5, 9].map((offset) => matchFrom(matches, offset))).toEqual([0, 1, 2, 0]);
    expect(matchFrom([], 3)).toBe(-1);
  });

  it('is quick in a long text', () => {
    const text = 'Les congés payés sont de 25 jours. '.repeat(60_000);
    const started = performance.now();
    expect(searchText(fold(text, 'spaced'), 'JOURS')).toHaveLength(60_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('segments with matches', () => {
  const text = 'One two one three one.';
  const pages = [
    { number: 1, start: 0, end: 9 },
    { number: 2, start: 10, end: text.length },
  ];
  const matches = searchText(fold(text, 'spaced'), 'one');

  it('are the text again, with span and matches marked apart', () => {
    const parts = segmentDocument(
      { text, pages },
      { start: 4, end: 10 },
      { spans: matches, first: 0 },
    ).flatMap((segment) => segment.parts);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter((part) => part.marked).map((part) => part.text)).toEqual([
      'two o',
      'n',
    ].flatMap((_, index) => (index === 0 ? ['two ', 'o', 'n'] : [])));
    expect(parts.filter((part) => part.match === 1).map((part) => part.text).join('')).toBe('one');
    expect(new Set(parts.map((part) => part.match))).toEqual(new Set([0, 1, 2, null]));
  });

  it('show a window of many matches', () => {
    expect(matchesAround(matches, 2, 1)).toEqual({ spans: matches.slice(1, 3), first: 1 });
    expect(matchesAround(matches, -1, 1)).toEqual({ spans: matches.slice(0, 1), first: 0 });
  });

  it('belong to the pages that a span touches', () => {
    expect(pagesOfSpan(pages, { start: 4, end: 12 }).map(({ page, part }) => [page.number, part])).toEqual([
      [1, { start: 4, end: 9 }],
      [2, { start: 10, end: 12 }],
    ]);
  });
});

describe('the citations of an answer', () => {
  const { citation } = answer;
  if (citation === null) {
    throw new Error('no citation');
  }

  it('are its own, its corroboration and its alternatives, each once', () => {
    const trail = citationTrail(answer, citation);
    expect(trail).toHaveLength(1 + answer.corroboration.length + answer.alternatives.length);
    expect(placeOf(trail, citation)).toBe(0);
    const twice = { ...answer, corroboration: [...answer.corroboration, citation] };
    expect(citationTrail(twice, citation)).toEqual(trail);
  });

  it('leave out what has been deleted', () => {
    const gone = { ...answer, alternatives: [{ text: null, confidence: 0.1, citation: { ...citation, documentId: 'd_gone', state: 'deleted' as const } }] };
    expect(citationTrail(gone, citation).map((place) => place.documentId)).not.toContain('d_gone');
  });

  it('are the passages, if a passage was followed', () => {
    const [passage] = answer.passages;
    if (passage === undefined) {
      throw new Error('no passage');
    }
    expect(citationTrail(answer, passage)).toHaveLength(answer.passages.length);
  });

  it('are none, if something else was followed', () => {
    expect(citationTrail(answer, { documentId: 'd_else', start: 0, end: 1 })).toEqual([]);
  });

  it('survive being kept, and what is no trail is none', () => {
    const trail = citationTrail(answer, citation);
    expect(readTrail(JSON.parse(JSON.stringify(trail)))).toEqual(trail);
    for (const stored of [null, undefined, 7, 'x', [1], [{ documentId: 1 }], { trail }]) {
      expect(readTrail(stored)).toEqual([]);
    }
  });
});
