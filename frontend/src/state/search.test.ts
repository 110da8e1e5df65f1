import { describe, expect, it } from 'vitest';
import { markWords, readSearchScope, searchPath } from '.';

describe('the address of a search', () => {
  it.each([
    '/search',
    '/search?q=paid+leave',
    '/search?q=cong%C3%A9s+%26+repos&collection=hr&tag=a&tag=b&language=fr&from=2026-01-01&to=2026-12-31&limit=50',
  ])('%s leads to the same search again', (path) => {
    expect(searchPath(readSearchScope(new URL(path, 'https://x').search))).toBe(path);
  });

  it('is read as far as it makes sense', () => {
    expect(readSearchScope(`?q=${'x'.repeat(2000)}&limit=1e9&from=soon`)).toEqual({
      query: 'x'.repeat(1000),
      collectionId: null,
      filters: {},
      limit: 10,
    });
  });
});

describe('matched words', () => {
  const marked = (text: string, ...terms: readonly string[]): readonly string[] =>
    markWords(text, terms)
      .filter(({ term }) => term !== null)
      .map((part) => part.text);

  it.each<[string, string, readonly string[]]>([
    ['Leave is granted, leaves fall, they are leaving. Sleeve.', 'leave', ['Leave', 'leaves', 'leaving']],
    ['Policies: one policy.', 'policy', ['Policies', 'policy']],
    ['Part-time staff', 'time', ['time']],
    ['L’année, les années', "l'année", ['année', 'années']],
    ['Un employé, des employées', 'employé', ['employé', 'employées']],
    ['Les journaux, un journal', 'journaux', ['journaux', 'journal']],
    ['a monthly, a month', 'months', ['month']],
    ['It rose by 1.5 or 1 or 5', '1.5', ['1.5']],
    ['The pass, to pass', 'pass', ['pass', 'pass']],
    ['It has stopped', 'stop', ['stopped']],
    ['To travel, to spell', 'travelling spelling', ['travel', 'spell']],
    ['.*', '.*', []],
  ])('“%s” has %s', (text, term, expected) => {
    expect(marked(text, term)).toEqual(expected);
  });

  it('are cut out of the text without changing it', () => {
    const text = 'Été : <b>leave</b>, 🌊 leave.\n\nLeave';
    expect(
      markWords(text, ['leave', 'ete'])
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  it('name the word of the query', () => {
    expect(markWords('Leaves', ['leave'])).toEqual([{ text: 'Leaves', term: 'leave' }]);
  });
});
