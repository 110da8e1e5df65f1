import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { comparisonOf, evaluationOf, modelOf, questionOf } from '../protocol/evaluation.fixture';
import { EvaluationApi, Poll } from './evaluation';
import { ProblemError } from './problem-error';
import { RestClient } from './rest-client';

const api = new EvaluationApi(new RestClient(new URL('https://passim.example/'), 't_1'));

function answering(body: unknown): ReturnType<typeof vi.fn<typeof fetch>> {
  const fake = vi.fn<typeof fetch>(() => Promise.resolve(new Response(JSON.stringify(body))));
  vi.stubGlobal('fetch', fake);
  return fake;
}

describe('the evaluations of the contract', () => {
  it('are started with a form that names its own type', async () => {
    const fake = answering({ id: 'e_1', status: 'queued' });
    const dataset = new File(['{}'], 'squad.json');
    expect(await api.start({ name: 'March', dataset, collectionIds: ['a', 'b'], reader: 'old' })).toBe('e_1');
    const [url, init] = fake.mock.calls[0] ?? [];
    const form = init?.body as FormData;
    expect((url as URL).pathname).toBe('/api/v1/evaluations');
    expect(init?.headers).toEqual({ Accept: 'application/json', Authorization: 'Bearer t_1' });
    expect([form.get('name'), form.getAll('collectionIds')]).toEqual(['March', ['a', 'b']]);
    expect(form.get('reader')).toBe('old');
    expect((form.get('dataset') as File).name).toBe('squad.json');
  });

  it('are read back as they were sent', async () => {
    answering(evaluationOf());
    expect(await api.get('e_1')).toEqual(evaluationOf());
    answering([questionOf({ best: null, confidence: null, rank: null })]);
    expect((await api.questions('e_1'))[0]?.best).toBeNull();
    answering(comparisonOf());
    expect(await api.compare('e_1', 'e_2')).toEqual(comparisonOf());
    const damaged = modelOf({
      languages: null,
      bytes: null,
      problem: { code: 'reader_damaged', detail: 'old: no model.json' },
    });
    answering([modelOf(), damaged]);
    expect(await api.models()).toEqual([modelOf(), damaged]);
  });

  it('may lack what is measured at the end', async () => {
    const { id, name, questions, createdAt } = evaluationOf();
    answering({ id, name, status: 'queued', questions, asked: 0, createdAt, misses: null });
    expect(await api.get('e_1')).toMatchObject({ metrics: null, misses: {}, reliability: [] });
  });

  it('are compared, stopped and deleted with the methods and paths of the contract', async () => {
    const fake = answering(evaluationOf());
    await api.cancel('e/1');
    await api.remove('e/1');
    answering(comparisonOf());
    expect(fake.mock.calls.map(([url, init]) => [init?.method, (url as URL).pathname])).toEqual([
      ['POST', '/api/v1/evaluations/e%2F1/cancel'],
      ['DELETE', '/api/v1/evaluations/e%2F1'],
    ]);
    expect(api.comparisonCsvUrl('e/1', 'e&2').href).toBe(
      'https://passim.example/api/v1/evaluations/e%2F1/comparison?with=e%262&format=csv',
    );
    expect(api.csvUrl('e/1').href).toBe(
      'https://passim.example/api/v1/evaluations/e%2F1/questions?format=csv',
    );
    expect(api.predictionsUrl('e_1').pathname).toBe('/api/v1/evaluations/e_1/predictions');
  });
});

describe('a poll', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks on while the answer may change, and not after', async () => {
    const answers = [1, 2, 3, 4];
    const heard: number[] = [];
    const poll = new Poll(() => Promise.resolve(answers.shift() ?? 0), {
      onValue: (value) => heard.push(value),
      onError: () => undefined,
      isOpen: (value) => value < 3,
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual([1, 2, 3]);
    poll.close();
  });

  it('tries again after a failure, but not for what is gone', async () => {
    const failures = [new ProblemError('network', 0, ''), new ProblemError('gone', 404, '')];
    const heard: string[] = [];
    const poll = new Poll<number>(() => Promise.reject(failures.shift() ?? new Error()), {
      onValue: () => undefined,
      onError: (error) => heard.push((error as ProblemError).code),
      isOpen: () => true,
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual(['network', 'gone']);
    poll.close();
  });

  it('says nothing once it is closed', async () => {
    const heard = vi.fn();
    const poll = new Poll(() => Promise.resolve(1), {
      onValue: heard,
      onError: heard,
      isOpen: () => true,
    });
    poll.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).not.toHaveBeenCalled();
  });
});
