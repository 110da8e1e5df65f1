import { numberFormat } from '../formatters';
import type { SearchTerms } from './terms';

function count(n: number, one: string, many: string): string {
  return `${numberFormat('en', {}).format(n)} ${n === 1 ? one : many}`;
}

export const en: SearchTerms = {
  title: 'Search bench',
  intro:
    'What is found for a query before anything is read, and what each passage owes its place to.',
  field: 'What to search for',
  submit: 'Search',
  limit: 'Passages',
  filtered: 'For this search and its address.',
  results: 'Ranked passages',
  found: (n) => `${count(n, 'passage', 'passages')} found`,
  within: (n, collection) =>
    `among the ${count(n, 'passage', 'passages')} of ${collection === null ? 'all collections' : `“${collection}”`}`,
  withinUnknown: (collection) =>
    collection === null ? 'in all collections' : `in “${collection}”`,
  took: (time) => `in ${time}`,
  generation: (generation) => `index generation ${generation}`,
  noneTitle: 'Nothing was found',
  noneText:
    'No passage here shares a word with this query. Other words, another collection or fewer filters may help.',
  failed: 'The search was not made',
  dense: 'Meaning (cosine)',
  denseMissing: 'not compared',
  scoreHint: 'What the list is sorted by. The best passage has 1.',
  terms: 'Matched words, and what each was worth',
  noTerms: 'No word matched; the meaning did.',
  notInText: 'in the title, a heading or another form',
  moreTerms: (n) => (n === 1 ? 'and 1 more word' : `and ${n} more words`),
  openPassage: (rank, title) => `Passage ${rank}: ${title}`,
};
