import { describe, expect, it } from 'vitest';
import {
  chooseTerms,
  en,
  formatBytes,
  formatMilliseconds,
  formatPercent,
  fr,
  languages,
  problemText,
} from '.';

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
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
