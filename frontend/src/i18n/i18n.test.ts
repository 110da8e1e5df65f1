import { describe, expect, it } from 'vitest';
import {
  chooseTerms,
  en,
  formatAnyOf,
  formatBytes,
  formatDay,
  formatDuration,
  formatMilliseconds,
  formatPercent,
  formatShare,
  fr,
  languages,
  problemText,
  type Terms,
} from '.';
import { curationProblem, curationTerms } from './curation';
import { evaluationTerms } from './evaluation';
import { searchTerms } from './search';

function strings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') {
    return [[path, value]];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => strings(item, `${path}.${key}`))
    : [];
}

describe('terms', () => {
  it.each(languages.map((terms) => [terms.language, terms] as const))(
    '%s leaves no term empty',
    (_, terms) => {
      expect(strings(terms).filter(([, text]) => text.trim() === '')).toEqual([]);
    },
  );

  it('French says nothing in English by mistake', () => {
    const same = strings(en).filter(([path, text]) =>
      strings(fr).some(([p, t]) => p === path && t === text),
    );
    const meant = ['.app.documents', '.app.menu', '.conversations.title', '.library.title'];
    const paths = same.map(([path]) => path).filter((path) => !meant.includes(path));
    expect(paths).toEqual([
      '.why.passage',
      '.why.score',
      '.why.total',
      '.library.collections',
      '.viewer.pageField',
      '.viewer.pagesView',
    ]);
  });

  it('French keeps its punctuation on the line', () => {
    const broken = strings(fr).filter(([, text]) => / [?!:;»]|« /.test(text));
    expect(broken).toEqual([]);
  });

  it.each<[string, (terms: Terms) => object]>([
    ['evaluation', evaluationTerms],
    ['curation', curationTerms],
    ['search', searchTerms],
  ])('of the %s pages are complete in each language', (_, termsOf) => {
    for (const terms of [en, fr].map((language) => termsOf(language))) {
      expect(strings(terms).filter(([, text]) => text.trim() === '')).toEqual([]);
    }
    const french = strings(termsOf(fr));
    expect(french.filter(([, text]) => / [?!:;»%]|« /.test(text))).toEqual([]);
    const same = strings(termsOf(en)).filter(([path, text]) =>
      french.some(([p, t]) => p === path && t === text),
    );
    expect(same).toEqual([]);
  });

  it('counts as each language does', () => {
    expect([0, 1, 2].map((n) => en.library.pages(n))).toEqual(['0 pages', '1 page', '2 pages']);
    expect([0, 1, 2].map((n) => fr.library.pages(n))).toEqual(['0 page', '1 page', '2 pages']);
  });

  it.each([
    [['fr-CA', 'en'], 'fr'],
    [[null, undefined, 'de', 'FR'], 'fr'],
    [['de'], 'en'],
    [[], 'en'],
  ])('%j is spoken in %s', (wanted, language) => {
    expect(chooseTerms(wanted).language).toBe(language);
  });
});

describe('problems', () => {
  it('are told in words, by their code', () => {
    expect(problemText(fr, 'document_encrypted', 'x')).toContain('mot de passe');
  });

  it('of a pinned answer are told in their own words, with what the server explains better', () => {
    expect(curationProblem(en, 'question_empty', 'x')).toBe('Write the question.');
    expect(curationProblem(en, 'case_invalid', 'At most 10 answers.')).toContain('At most 10');
    expect(curationProblem(fr, 'storage_full', null)).toContain('place');
    expect(curationProblem(en, 'toString', null)).toContain('toString');
  });

  it('that this page does not know are told with the detail, else with the code', () => {
    expect(problemText(en, 'moon_phase', 'The moon is wrong.')).toBe('The moon is wrong.');
    expect(problemText(en, 'moon_phase', null)).toContain('moon_phase');
    expect(problemText(en, 'toString', null)).toContain('toString');
  });
});

describe('numbers', () => {
  it.each([
    [formatPercent('en', 0.914), '91%'],
    [formatPercent('fr', 0.914), '91\u00a0%'],
    [formatBytes('en', 0), '0 bytes'],
    [formatBytes('en', 48_213), '48 kB'],
    [formatBytes('en', 1_204_882), '1.2 MB'],
    [formatMilliseconds('en', 0.4), '0.4 ms'],
    [formatMilliseconds('en', 1900), '1.9 sec'],
    [formatDuration('en', 0.2), '10 sec'],
    [formatDuration('en', 41), '50 sec'],
    [formatDuration('en', 55), '1 min'],
    [formatDuration('en', 130), '2 min'],
    [formatDuration('en', 3 * 3600), '3 hr'],
    [formatShare('en', 0.999), '99%'],
    [formatShare('en', 1), '100%'],
    [formatDay('fr', '2026-03-31'), '31 mars 2026'],
    [formatDay('en', 'tomorrow'), ''],
    [formatAnyOf('fr', ['a', 'b', 'c']), 'a, b ou c'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
