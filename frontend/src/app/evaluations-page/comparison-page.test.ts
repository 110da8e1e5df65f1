import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accessibilityViolations,
  find,
  findAll,
  settled,
  textOf,
} from '../../components/mount.fixture';
import { comparisonOf, evaluationOf } from '../../protocol/evaluation.fixture';
import type { Comparison, Evaluation } from '../../state/evaluation';
import { attack, type FakeServer, openPage } from '../page.fixture';
import { EvaluationsPageElement } from './evaluations-page';
import { evaluationServer, path } from './evaluations-page.fixture';

let server: FakeServer;
let gone: string[];

beforeEach(() => {
  server = evaluationServer();
  gone = [];
});

function open(evaluationId: string | null, against: string | null = null): Promise<EvaluationsPageElement> {
  return openPage(EvaluationsPageElement, { evaluationId, against }, gone);
}

describe('two evaluations', () => {
  const other = {
    reader: 'old-reader',
    readerSha256: '77aa',
    encoder: null,
    indexGeneration: 41,
    configuration: '99ff',
  };

  function comparison(change: Partial<Evaluation> = {}): Comparison {
    return comparisonOf({
      evaluations: {
        here: evaluationOf(),
        there: evaluationOf({ id: 'e_2', name: 'February', provenance: other, ...change }),
      },
    });
  }

  beforeEach(() => {
    server.replies[`GET ${path}/e_2`] = comparison().evaluations.there;
    server.replies[`GET ${path}/e_1/comparison`] = comparison();
  });

  it('are compared by address, with their readers, in metrics, charts, groups and questions', async () => {
    const page = await open('e_1', 'e_2');
    expect(textOf(find(page, 'h1'))).toBe('small-reader against old-reader');
    expect(document.title).toBe('small-reader against old-reader · Passim');
    const text = textOf(find(page, 'passim-run-comparison'));
    expect(text).toContain('170 questions in common, 168 with the same F1 · 4 only in this run');
    expect(textOf(find(page, 'thead'))).toContain('small-reader');
    expect(text).toContain('80.4% 78.0% +2.4 pts better');
    expect(text).toContain('Questions answered 69.0% 69.0%');
    expect(text).toMatch(/\+1\.1 pts\s+(?!worse)/);
    expect(text).toContain('0.862 0.86 +0.002 no clear difference');
    expect(text).toContain('F1, best candidate 84.0% 84.0% 0 pts equal');
    expect(text).toContain('-0.1 ms no clear difference');
    expect(text).toContain('Time, 95th percentile 120 ms 150 ms -30 ms better');
    expect(text).toContain('less often than once in 20, and of times that differ by more than 10%');
    expect(text).toContain('moonshine');
    expect(text).toContain('to_what_end');
    expect(text).toContain('French');
    expect(text).toContain('1 question better here');
    expect(text).toContain('No question got worse.');
    expect(findAll(page, 'svg[role="img"]').map((chart) => chart.getAttribute('aria-label'))).toEqual([
      'small-reader: Reliability diagram of 2 groups; expected calibration error 6.1%',
      'old-reader: Reliability diagram of 2 groups; expected calibration error 6.1%',
      'Risk–coverage curves of small-reader and old-reader',
    ]);
    expect(findAll(page, '[role="note"]')).toEqual([]);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('that were not measured alike say so', async () => {
    server.replies[`GET ${path}/e_1/comparison`] = comparison({
      datasetSha256: 'other',
      collectionIds: null,
      provenance: { ...other, encoder: 'big-encoder' },
    });
    const text = textOf(find(await open('e_1', 'e_2'), '[role="note"]'));
    expect(text).toContain('They asked different datasets.');
    expect(text).toContain('They looked for the answers in different places.');
    expect(text).toContain('Different encoders');
  });

  it('are compared as soon as both are done', async () => {
    const running = { status: 'running', asked: 60, progress: 0.3, metrics: null } as const;
    server.replies[`GET ${path}/e_2`] = evaluationOf({ id: 'e_2', provenance: other, ...running });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const page = await open('e_1', 'e_2');
    expect(textOf(page)).toContain('60 of 174 questions asked');
    expect(textOf(find(page, '[role="status"]'))).toContain('as soon as both are done');
    expect(server.requests).not.toContain(`GET ${path}/e_1/comparison`);
    expect(await accessibilityViolations(page)).toEqual([]);
    server.replies[`GET ${path}/e_2`] = comparison().evaluations.there;
    await vi.advanceTimersByTimeAsync(2_100);
    await settled(page);
    vi.useRealTimers();
    expect(textOf(page)).toContain('1 question better here');
    expect(findAll(page, '[role="status"]')).toEqual([]);
  });

  it('of which one failed say why there is nothing to compare', async () => {
    server.replies[`GET ${path}/e_2`] = evaluationOf({
      id: 'e_2',
      status: 'failed',
      reader: 'gone-reader',
      provenance: null,
      metrics: null,
      problem: { code: 'reader_unusable', detail: attack },
    });
    const text = textOf(await open('e_1', 'e_2'));
    expect(text).toContain('small-reader against gone-reader');
    expect(text).toContain('This reader cannot be used.');
    expect(text).toContain(attack);
    expect(text).toContain('There is no comparison');
  });

  it('of which one is gone say so', async () => {
    expect(textOf(find(await open('e_1', 'e_7'), '[role="alert"]'))).toContain('no longer exists');
  });

  it('are chosen from those that are done', async () => {
    const page = await open('e_1');
    const select = find<HTMLSelectElement>(page, 'label select');
    expect([...select.options].map((option) => option.text)).toEqual(['no other run', 'February']);
    select.value = 'e_2';
    select.dispatchEvent(new Event('change'));
    expect(gone).toEqual(['/evaluations/e_1?against=e_2']);
  });

  it('with other readers are a link away in the list', async () => {
    server.replies[`GET ${path}`] = [evaluationOf(), evaluationOf({ id: 'e_2', provenance: other })];
    const links = findAll<HTMLAnchorElement>(await open(null), 'a.compare');
    expect(links.map((link) => [textOf(link).trim(), link.getAttribute('href')])).toEqual([
      ['Compare with old-reader', '/evaluations/e_1?against=e_2'],
    ]);
  });

  it('show what they were made with where it differs', async () => {
    const { provenance } = evaluationOf();
    server.replies[`GET ${path}/e_1/comparison`] = comparisonOf({ provenance: { here: provenance, there: other } });
    expect(textOf(await open('e_1', 'e_2'))).toContain('Made differently: Reader');
  });
});
