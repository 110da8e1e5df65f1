import { describe, expect, it } from 'vitest';
import { PageAlignment } from './page-alignment';

/** What is found of the words at a place of the text, as strings by item. */
function found(text: string, items: readonly string[], start: number, end: number): unknown {
  const ranges = new PageAlignment(text, items).find({ start, end });
  return (
    ranges?.map(({ item, start: from, end: to }) => [item, items[item]?.slice(from, to)]) ?? null
  );
}

function foundWords(text: string, items: readonly string[], words: string, nth = 0): unknown {
  let start = -1;
  for (let n = 0; n <= nth; n++) {
    start = text.indexOf(words, start + 1);
  }
  return found(text, items, start, start + words.length);
}

describe('words of a page’s text among the strings it is drawn with', () => {
  it('are found within a line', () => {
    const items = ['Part-time staff receive ', '20 days of paid leave.'];
    expect(foundWords('Part-time staff receive 20 days of paid leave.', items, '20 days')).toEqual([
      [1, '20 days'],
    ]);
  });

  it('are found across lines, whatever white space lies between', () => {
    const text = 'The crossing takes 25 minutes in calm weather.';
    const items = ['The crossing takes 25', '', ' ', 'minutes in calm', 'weather.'];
    expect(foundWords(text, items, '25 minutes in calm weather')).toEqual([
      [0, '25'],
      [3, 'minutes in calm'],
      [4, 'weather'],
    ]);
  });

  it('are found where a hyphen breaks a line, and where the text has kept it', () => {
    const items = ['the docu-', 'ment is a long-', 'term record'];
    expect(foundWords('the document is a long-term record', items, 'document')).toEqual([
      [0, 'docu-'],
      [1, 'ment'],
    ]);
    expect(foundWords('the document is a long-term record', items, 'long-term')).toEqual([
      [1, 'long-'],
      [2, 'term'],
    ]);
  });

  it('are found behind ligatures, composed accents, quotation marks and soft hyphens', () => {
    const items = ['e\u0301tat du ', 'con\ufb02it ef\u00adfi\u00adcace', ' dit ’l’œuvre’'];
    const text = 'état du conflit efficace dit \'l\'œuvre\'';
    expect(foundWords(text, items, 'état')).toEqual([[0, 'e\u0301tat']]);
    expect(foundWords(text, items, 'conflit efficace')).toEqual([
      [1, 'con\ufb02it ef\u00adfi\u00adcace'],
    ]);
    expect(foundWords(text, items, "'l'œuvre'")).toEqual([[2, '’l’œuvre’']]);
  });

  it('include an accent that is drawn by itself', () => {
    expect(foundWords('le café est là', ['le cafe', '\u0301 est là'], 'café')).toEqual([
      [0, 'cafe'],
    ]);
    expect(foundWords('le café', ['le cafe\u0301'], 'café')).toEqual([[0, 'cafe\u0301']]);
  });

  it('that occur several times are told apart by what stands around them', () => {
    const text = 'Managers get 30 days. Staff get 20 days. Interns get 20 days as well.';
    const items = ['Managers get 30 days. ', 'Staff get 20 days. ', 'Interns get 20 days as well.'];
    expect(foundWords(text, items, '20 days', 0)).toEqual([[1, '20 days']]);
    expect(foundWords(text, items, '20 days', 1)).toEqual([[2, '20 days']]);
  });

  it('that occur several times in a table are told apart by their rank', () => {
    const text = 'Grade: A, Days: 25\nGrade: B, Days: 30\nGrade: C, Days: 25';
    const items = ['Grade', 'Days', 'A', '25', 'B', '30', 'C', '25'];
    expect(foundWords(text, items, '25', 0)).toEqual([[3, '25']]);
    expect(foundWords(text, items, '25', 1)).toEqual([[7, '25']]);
  });

  it('are not taken from a header or footer that the text lacks', () => {
    const text = 'Our opening hours changed. The Leave Policy applies from May.';
    const items = ['Leave Policy', 'Our opening hours changed. The', 'Leave Policy applies', 'from May.'];
    expect(foundWords(text, items, 'Leave Policy')).toEqual([[2, 'Leave Policy']]);
  });

  it('are found in columns that are drawn line by line', () => {
    const text = 'The ferry leaves at nine and returns at noon. Dogs travel free of charge on deck.';
    const items = [
      'The ferry leaves at',
      'Dogs travel free',
      'nine and returns',
      'of charge on',
      'at noon.',
      'deck.',
    ];
    expect(foundWords(text, items, 'leaves at nine and returns at noon')).toEqual([
      [0, 'leaves at'],
      [2, 'nine and returns'],
      [4, 'at noon'],
    ]);
    expect(foundWords(text, items, 'free of charge on deck')).toEqual([
      [1, 'free'],
      [3, 'of charge on'],
      [5, 'deck'],
    ]);
  });

  it('are found in a table’s row, head words and all, but for the signs that the text adds', () => {
    const text = 'Route: North line to Harbour | Duration: 25 minutes by boat';
    const items = ['Route', 'Duration', 'North line to Harbour', '25 minutes by boat'];
    expect(foundWords(text, items, 'North line to Harbour | Duration: 25 minutes')).toEqual([
      [2, 'North line to Harbour'],
      [1, 'Duration'],
      [3, '25 minutes'],
    ]);
  });

  it('are found though the text begins with a sign of its own', () => {
    const text = 'Route; Duration\n; 25 minutes by boat; daily';
    const items = ['Route', 'Duration', 'daily', '25 minutes by boat'];
    expect(foundWords(text, items, '; 25 minutes by boat; daily')).toEqual([
      [3, '25 minutes by boat'],
      [2, 'daily'],
    ]);
    expect(foundWords('A | B', ['A', 'B'], '| B')).toEqual([[1, 'B']]);
  });

  it('count in UTF-16 units', () => {
    const text = 'Le 🏖️ dure 25 jours.';
    expect(foundWords(text, ['Le 🏖️ dure', '25 jours.'], '🏖️ dure 25')).toEqual([
      [0, '🏖️ dure'],
      [1, '25'],
    ]);
  });

  it.each([
    ['words that the page does not show', 'The ferry is late.', ['Something else entirely.'], 4, 9],
    ['a page without strings', 'The ferry is late.', [], 4, 9],
    ['nothing but white space', 'One   two', ['One two'], 3, 6],
    ['an empty span', 'One two', ['One two'], 3, 3],
    ['a span beyond the text', 'One two', ['One two'], 50, 60],
    ['no text', '', ['One two'], 0, 3],
  ] as const)('are not found: %s', (_, text, items, start, end) => {
    expect(found(text, items, start, end)).toBeNull();
  });

  it('are found quickly on a page full of the same words', () => {
    const items = Array.from({ length: 3_000 }, (_, n) => `the row ${n} the`);
    const text = [...items].reverse().join(' ');
    const started = performance.now();
    expect(found(text, items, 100, 2_000)).not.toBeUndefined();
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('what was cut by a random typesetter', () => {
  /** Mulberry32, so that a failure can be seen again. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    };
  }
  const vocabulary = 'the ferry crosses in 25 minutes état office long-term fluff days of leave'.split(' ');

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('is found again, seed %i', (seed) => {
    const next = random(seed);
    const words = Array.from({ length: 120 }, () => vocabulary[Math.floor(next() * vocabulary.length)] ?? '');
    const text = words.join(' ');
    const drawn = text.replaceAll('ff', 'ﬀ').normalize(next() < 0.5 ? 'NFD' : 'NFC');
    const items: string[] = [];
    for (let at = 0; at < drawn.length; ) {
      const length = 1 + Math.floor(next() * 40);
      items.push(drawn.slice(at, at + length));
      at += length;
    }
    const first = Math.floor(next() * 100);
    const start = words.slice(0, first).join(' ').length + (first === 0 ? 0 : 1);
    const cited = words.slice(first, first + 2 + Math.floor(next() * 15)).join(' ');
    const ranges = new PageAlignment(text, items).find({ start, end: start + cited.length });
    const shown = ranges?.map(({ item, start: a, end: b }) => items[item]?.slice(a, b)).join('') ?? '';
    const solid = (value: string): string => value.normalize('NFKD').replace(/[\s\p{M}-]/gu, '');
    expect(solid(shown)).toBe(solid(cited));
    const before = items.slice(0, ranges?.[0]?.item).join('') + (items[ranges?.[0]?.item ?? 0] ?? '').slice(0, ranges?.[0]?.start);
    expect(solid(before)).toBe(solid(text.slice(0, start)));
  });
});
