import { describe, expect, it } from 'vitest';
import {
  clientMessage,
  collection,
  conversation,
  type Decoder,
  deletedDocument,
  documentRecord,
  ingestQueue,
  pageWords,
  parseJson,
  problem,
  serverMessage,
} from '.';
import { curatedAnswer } from './curated.decoder';
import { comparison, evaluation, model } from './evaluation.decoder';
import { goldenNames, goldenText } from './golden.fixture';
import { dataset, review } from './review.decoder';
import { searchResult } from './search.decoder';

/** The kind of a message is its file's name up to the first hyphen, for the Java tests too. */
const kinds: Record<string, Decoder<unknown>> = {
  document: documentRecord,
  deleted: deletedDocument,
  collection,
  conversation,
  page: pageWords,
  problem,
  evaluation,
  comparison,
  model,
  hello: clientMessage,
  ask: clientMessage,
  stop: clientMessage,
  feedback: clientMessage,
  curated: curatedAnswer,
  review,
  dataset,
  search: searchResult,
};

function decoderOf(name: string): Decoder<unknown> {
  return kinds[name.split('-')[0] ?? ''] ?? serverMessage;
}

/** What an evaluation has missed before it has ended is nothing. */
function asRead(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) => (key === 'misses' && value === null ? {} : value));
}

const newer = ['folder', 'author', 'date', 'tags', 'replaces', 'supersededBy', 'startedAt'];

function goldenWithout(name: string, keys: readonly string[]): string {
  const golden = JSON.parse(goldenText(name)) as Record<string, unknown>;
  return JSON.stringify(
    Object.fromEntries(Object.entries(golden).filter(([key]) => !keys.includes(key))),
  );
}

describe('golden messages', () => {
  it('are all there', () => {
    expect(goldenNames.length).toBeGreaterThanOrEqual(20);
  });

  it.each(goldenNames)('%s parses, and every key in it is known', (name) => {
    const text = goldenText(name);
    expect(parseJson(text, decoderOf(name))).toMatchObject({ ok: true, value: asRead(text) });
  });

  it('quote the words that their offsets name', () => {
    const parsed = parseJson(goldenText('answer-answered'), serverMessage);
    if (!parsed.ok || parsed.value.type !== 'answer') {
      throw new Error('not an answer');
    }
    const { text, citation } = parsed.value.answer;
    if (citation?.sentence == null) {
      throw new Error('no sentence');
    }
    const { start, text: sentence } = citation.sentence;
    expect(sentence.slice(citation.start - start, citation.end - start)).toBe(text);
  });
});

describe('what is not a message', () => {
  it.each([
    ['an unknown type', '{"type":"dance"}'],
    ['a type from the prototype', '{"type":"constructor"}'],
    ['no type', '{}'],
    ['an array', '[]'],
    ['null', 'null'],
    ['broken JSON', '{"type":'],
    ['an empty frame', ''],
    ['a number for a string', '{"type":"stopped","id":7,"seq":1}'],
    ['a missing key', '{"type":"stopped","id":"x"}'],
    [
      'an unknown stage',
      '{"type":"progress","id":"x","seq":1,"stage":"dreaming","done":0,"total":1}',
    ],
    ['a null answer', '{"type":"answer","id":"x","seq":1,"answer":null}'],
  ])('%s is rejected without throwing', (_, text) => {
    expect(parseJson(text, serverMessage)).toMatchObject({ ok: false });
  });

  it('a binary frame is rejected', () => {
    expect(parseJson(new ArrayBuffer(3), serverMessage)).toMatchObject({ ok: false });
  });

  it('says where the message differs', () => {
    const message = JSON.parse(goldenText('answer-answered')) as {
      answer: { citation: { page: unknown } };
    };
    message.answer.citation.page = 'two';
    expect(parseJson(JSON.stringify(message), serverMessage)).toEqual({
      ok: false,
      error: 'answer.citation.page: expected finite number, got string',
    });
  });

  it('an answer is read without what a server may leave out', () => {
    const message = JSON.parse(goldenText('answer-not-found')) as {
      answer: Record<string, unknown>;
    };
    message.answer.explanation = {
      followUp: { detected: false, carried: [], candidates: [] },
      retrieval: [],
      reading: null,
      calibration: null,
    };
    expect(parseJson(JSON.stringify(message), serverMessage)).toMatchObject({ ok: true });
  });

  it('a curated answer tells what it was pinned to, and none has one from an older server', () => {
    const curated = parseJson(goldenText('answer-curated'), serverMessage);
    expect(curated).toMatchObject({
      ok: true,
      value: { answer: { status: 'answered', citation: null, curated: { revision: 2 } } },
    });
    const message = JSON.parse(goldenText('answer-unsure')) as { answer: Record<string, unknown> };
    delete message.answer.curated;
    expect(parseJson(JSON.stringify(message), serverMessage)).toMatchObject({
      ok: true,
      value: { answer: { curated: null } },
    });
  });

  it('a document of a server that knows neither metadata nor versions has none', () => {
    expect(parseJson(goldenWithout('document-ready', newer), documentRecord)).toMatchObject({
      ok: true,
      value: {
        folder: null,
        author: null,
        date: null,
        tags: [],
        replaces: null,
        supersededBy: null,
        startedAt: null,
      },
    });
  });

  it('a document tells its metadata and versions', () => {
    const document = {
      ...(JSON.parse(goldenText('document-ready')) as object),
      status: 'superseded',
      folder: 'policies/2026',
      author: 'People team',
      date: '2026-03-31',
      tags: ['hr', 'leave'],
      replaces: 'd_0',
      supersededBy: 'd_2',
      startedAt: '2026-11-20T09:14:04Z',
    };
    expect(parseJson(JSON.stringify(document), documentRecord)).toEqual({
      ok: true,
      value: document,
    });
  });

  it('a citation tells what came in the place of its document, and what its page is called', () => {
    const message = JSON.parse(goldenText('answer-answered')) as {
      answer: { citation: Record<string, unknown> };
    };
    Object.assign(message.answer.citation, {
      state: 'superseded',
      supersededBy: 'd_2',
      pageLabel: 'iv',
    });
    expect(parseJson(JSON.stringify(message), serverMessage)).toMatchObject({
      ok: true,
      value: message,
    });
  });

  it('a question carries its filters', () => {
    const ask = {
      type: 'ask',
      id: 'q_1',
      question: 'How many?',
      filters: { tags: ['hr'], languages: ['en'], from: '2025-01-01', to: '2026-12-31' },
    };
    expect(parseJson(JSON.stringify(ask), clientMessage)).toEqual({ ok: true, value: ask });
  });

  it('the queue is read, with rates that are not known yet', () => {
    const queue = {
      waiting: 3,
      running: 1,
      bytesLeft: 90,
      bytesPerSecond: null,
      pagesPerSecond: 2.5,
      secondsLeft: null,
      restoring: true,
    };
    expect(parseJson(JSON.stringify(queue), ingestQueue)).toEqual({ ok: true, value: queue });
    const limited = { ...queue, maxFileBytes: 104_857_600 };
    expect(parseJson(JSON.stringify(limited), ingestQueue)).toEqual({ ok: true, value: limited });
    const stalled = { ...queue, stalled: { code: 'internal_error', detail: null } };
    expect(parseJson(JSON.stringify(stalled), ingestQueue)).toEqual({ ok: true, value: stalled });
    const going = JSON.stringify({ ...queue, stalled: null });
    expect(parseJson(going, ingestQueue)).toEqual({ ok: true, value: queue });
    expect(parseJson(JSON.stringify({ ...queue, stalled: true }), ingestQueue).ok).toBe(false);
  });

  it('a document tells how many of its pages have no text, if any', () => {
    const ready = JSON.parse(goldenText('document-ready')) as object;
    const read = (pagesWithoutText: unknown) =>
      parseJson(JSON.stringify({ ...ready, pagesWithoutText }), documentRecord);
    expect(read(3)).toMatchObject({ ok: true, value: { pagesWithoutText: 3 } });
    expect(read(undefined).ok).toBe(true);
    expect(read('3').ok).toBe(false);
  });

  it('keys of a newer server are ignored', () => {
    const text = JSON.stringify({ type: 'stopped', id: 'x', seq: 4, mood: 'calm' });
    expect(parseJson(text, serverMessage)).toEqual({
      ok: true,
      value: { type: 'stopped', id: 'x', seq: 4 },
    });
  });
});
