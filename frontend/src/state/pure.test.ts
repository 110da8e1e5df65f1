import { describe, expect, it } from 'vitest';
import type { Answer, AnswerMessage } from '../protocol';
import { goldenText } from '../protocol/golden.fixture';
import { confidenceWord } from './confidence';
import { segmentDocument, validSpan } from './document-segments';
import { mentionedDocuments } from './mentioned';
import { quoteOf } from './quote';
import { statements } from './statements';

const answer: Answer = (JSON.parse(goldenText('answer-answered')) as AnswerMessage).answer;

describe('quote', () => {
  const { citation } = answer;
  if (citation === null) {
    throw new Error('no citation');
  }

  it('marks the answer in its sentence', () => {
    expect(quoteOf([citation], answer.text)).toEqual([
      { text: 'Part-time staff receive ', answers: false },
      { text: '20 days', answers: true },
      { text: ' of paid leave per year.', answers: false },
    ]);
  });

  it('is gone with the document', () => {
    expect(quoteOf([{ ...citation, sentence: null }], null)).toBeNull();
  });

  it('never reaches beyond the sentence', () => {
    const quote = quoteOf([{ ...citation, start: 0, end: 99_999 }], answer.text);
    expect(quote).toEqual([{ text: citation.sentence?.text, answers: true }]);
  });

  it('counts UTF-16 units', () => {
    const text = 'Le 🏖️ dure 25 jours.';
    const start = text.indexOf('25');
    const quote = quoteOf(
      [{ ...citation, start, end: start + 8, sentence: { start: 0, end: text.length, text } }],
      null,
    );
    expect(quote?.[1]).toEqual({ text: '25 jours', answers: true });
  });

  it('marks several answers in their order, and none twice', () => {
    const text = 'tea, coffee and water';
    const at = (start: number, end: number) => ({
      ...citation,
      start,
      end,
      sentence: { start: 0, end: text.length, text },
    });
    expect(quoteOf([at(16, 21), at(0, 3), at(1, 3)], null)).toEqual([
      { text: 'tea', answers: true },
      { text: ', coffee and ', answers: false },
      { text: 'water', answers: true },
    ]);
  });
});

describe('statements of documents that disagree', () => {
  const several = (JSON.parse(goldenText('answer-several')) as AnswerMessage).answer;
  const [own, other] = ['d_8c1f0e77a2d94b36', 'd_2b7e94c05f1a4d83'] as const;

  it('come with the newest document first, by its own date before the time it was added', () => {
    const documents = {
      [own]: { title: '', uploadedAt: '2024-05-01T00:00:00Z', date: null },
      [other]: { title: '', uploadedAt: '2020-01-01T00:00:00Z', date: '2025-03-12' },
    };
    expect(statements(several, documents).map(({ citation }) => citation.documentId)).toEqual([
      other,
      own,
    ]);
  });

  it('are as old as their citations say until their documents are known', () => {
    const citation = { ...several.citation, date: null, uploadedAt: '2024-05-01T00:00:00Z' };
    expect(
      statements({ ...several, citation } as Answer, {}).map(({ date, at }) => [date, at]),
    ).toEqual([
      ['2025-03-12', '2025-03-12'],
      [null, '2024-05-01T00:00:00Z'],
    ]);
  });

  it('come with the surest first while the dates are unknown', () => {
    expect(statements(several, {}).map(({ citation }) => citation.documentId)).toEqual([own, other]);
  });
});

describe('document segments', () => {
  const text = 'One two.\n\nThree four.\fFive six.';
  const pages = [
    { number: 1, start: 0, end: 8 },
    { number: 2, start: 10, end: 21 },
    { number: 3, start: 22, end: text.length },
  ];
  const whole = (segments: ReturnType<typeof segmentDocument>): string =>
    segments.flatMap((segment) => segment.parts.map((part) => part.text)).join('');
  const marked = (segments: ReturnType<typeof segmentDocument>): string =>
    segments
      .flatMap((segment) => segment.parts.filter((part) => part.marked).map((part) => part.text))
      .join('');

  it('are the text again, with exactly the span marked, wherever it lies', () => {
    for (let start = 0; start < text.length; start++) {
      for (let end = start + 1; end <= text.length; end++) {
        const segments = segmentDocument({ text, pages }, { start, end });
        expect(whole(segments)).toBe(text);
        expect(marked(segments)).toBe(text.slice(start, end));
      }
    }
  });

  it('are one per page', () => {
    expect(segmentDocument({ text, pages }, null).map((segment) => segment.page)).toEqual([
      1, 2, 3,
    ]);
  });

  it.each([
    ['no pages', []],
    [
      'pages that overlap',
      [
        { number: 1, start: 0, end: 20 },
        { number: 2, start: 5, end: 12 },
      ],
    ],
    [
      'pages beyond the text',
      [
        { number: 1, start: 4, end: 900 },
        { number: 2, start: 900, end: 990 },
      ],
    ],
    ['pages out of order', [...pages].reverse()],
  ])('lose nothing to %s', (_, odd) => {
    expect(whole(segmentDocument({ text, pages: odd }, null))).toBe(text);
  });

  it.each([
    [0, 3, true],
    [0, 31, true],
    [3, 3, false],
    [5, 2, false],
    [0, 32, false],
    [null, 3, false],
  ])('span %s to %s is within the text: %s', (start, end, valid) => {
    expect(validSpan(text, start, end) !== null).toBe(valid);
  });
});

describe('small things', () => {
  it.each([
    [0.999, 'high'],
    [0.85, 'high'],
    [0.65, 'good'],
    [0.5, 'fair'],
    [0.499, 'low'],
    [0, 'low'],
  ])('confidence %f is %s', (confidence, word) => {
    expect(confidenceWord(confidence)).toBe(word);
  });

  it('names every document of an answer once', () => {
    expect(mentionedDocuments(answer)).toEqual(['d_8c1f0e77a2d94b36', 'd_2b7e94c05f1a4d83']);
  });
});
