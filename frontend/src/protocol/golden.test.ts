import { describe, expect, it } from 'vitest';
import {
  clientMessage,
  collection,
  conversation,
  type Decoder,
  documentRecord,
  parseJson,
  problem,
  serverMessage,
} from '.';
import { goldenNames, goldenText } from './golden.fixture';

const rest: Record<string, Decoder<unknown>> = {
  'document-ready': documentRecord,
  'document-failed': documentRecord,
  collection,
  conversation,
  problem,
};
const fromClient = new Set(['hello', 'hello-resume', 'ask', 'ask-standalone', 'stop', 'feedback']);

function decoderOf(name: string): Decoder<unknown> {
  return rest[name] ?? (fromClient.has(name) ? clientMessage : serverMessage);
}

describe('golden messages', () => {
  it('are all there', () => {
    expect(goldenNames.length).toBeGreaterThanOrEqual(20);
  });

  it.each(goldenNames)('%s parses, and every key in it is known', (name) => {
    const text = goldenText(name);
    expect(parseJson(text, decoderOf(name))).toMatchObject({
      ok: true,
      value: JSON.parse(text) as unknown,
    });
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

  it('keys of a newer server are ignored', () => {
    const text = JSON.stringify({ type: 'stopped', id: 'x', seq: 4, mood: 'calm' });
    expect(parseJson(text, serverMessage)).toEqual({
      ok: true,
      value: { type: 'stopped', id: 'x', seq: 4 },
    });
  });
});
