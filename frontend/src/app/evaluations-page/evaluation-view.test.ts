import { beforeEach, describe, expect, it } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  settled,
  textOf,
} from '../../components/mount.fixture';
import { evaluationOf, questionOf } from '../../protocol/evaluation.fixture';
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

describe('one evaluation', () => {
  it('tells what was measured, as charts and in figures', async () => {
    server.replies[`GET ${path}/e_1/questions`] = [questionOf()];
    const page = await open('e_1');
    const text = textOf(page);
    for (const told of ['71.3%', '80.4%', 'Recall@20 97.0%', '0.862', '6.1%', '0.884', '61 ms', '190 ms']) {
      expect(text).toContain(told);
    }
    expect(text).toContain('No-answer accuracy not measured');
    expect(text).toContain('to_what_end');
    expect(text).toContain('French');
    expect(findAll(page, 'svg[role="img"]').map((chart) => chart.getAttribute('aria-label'))).toEqual([
      'Reliability diagram of 2 groups; expected calibration error 6.1%',
      'Risk–coverage curve; with at most 20% wrong, 50.0% of the questions can be answered',
    ]);
    expect(text).toContain('50.0% answered, 19.0% of them wrong, from a confidence of 62.0% on');
    expect(findAll(page, 'details')).toHaveLength(2);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('draws no chart of nothing', async () => {
    server.replies[`GET ${path}/e_1`] = evaluationOf({ reliability: [], riskCoverage: [] });
    const page = await open('e_1');
    expect(findAll(page, 'svg[role="img"]')).toEqual([]);
    expect(textOf(page)).toContain('Too few answers to tell.');
  });

  it('lists fifty questions at a time', async () => {
    const page = await open('e_1');
    expect(findAll(page, 'passim-question-table tbody tr, tbody[role] tr')).toHaveLength(50);
    expect(textOf(page)).toContain('1–50 of 120 questions');
    button(page, 'Next page').click();
    await settled(page);
    button(page, 'Next page').click();
    await settled(page);
    expect(textOf(page)).toContain('101–120 of 120 questions');
    expect(button(page, 'Next page').disabled).toBe(true);
  });

  it('leads from a cause to its questions, and from a question to the search bench', async () => {
    const page = await open('e_1');
    findAll<HTMLButtonElement>(page, '.misses button:not([disabled])').at(-2)?.click();
    await settled(page);
    const verdict = find<HTMLSelectElement>(page, '#verdict');
    expect(verdict.value).toBe('held_back');
    expect((verdict.getRootNode() as ShadowRoot).activeElement).toBe(verdict);
    expect(textOf(page)).toContain('1–12 of 12 questions');
    expect(find<HTMLAnchorElement>(page, 'a[href^="/search"]').getAttribute('href')).toBe(
      '/search?q=How+much+holiday+is+there%3F&collection=samples&limit=20',
    );
  });

  it('offers no search where its own contexts were asked', async () => {
    server.replies[`GET ${path}/e_1`] = evaluationOf({ collectionIds: null });
    expect(findAll(await open('e_1'), 'a[href^="/search"]')).toEqual([]);
  });

  it('finds questions by their words, and says if there are none', async () => {
    const page = await open('e_1');
    const search = find<HTMLInputElement>(page, 'input[type="search"]');
    search.value = 'q119';
    search.dispatchEvent(new Event('input'));
    await settled(page);
    expect(textOf(page)).toContain('1–1 of 1 question');
    search.value = 'zebra';
    search.dispatchEvent(new Event('input'));
    await settled(page);
    expect(textOf(page)).toContain('No question fits this choice.');
  });

  it('renders what a dataset says as text', async () => {
    server.replies[`GET ${path}/e_1/questions`] = [
      questionOf({ question: attack, expected: [attack], predicted: attack, id: attack }),
    ];
    const page = await open('e_1');
    expect(findAll(page, 'img')).toEqual([]);
    expect(textOf(page)).toContain(attack);
  });

  it('says that words are gone with their document, and not that there was no answer', async () => {
    server.replies[`GET ${path}/e_1/questions`] = [
      questionOf({ predicted: '', best: null, documentDeleted: true }),
    ];
    const cell = find(await open('e_1'), 'td[data-head="Answered"]');
    expect(textOf(cell).trim()).toBe('the document was deleted');
  });

  it('that runs tells how far it is, and can be stopped', async () => {
    const running = evaluationOf({ status: 'running', asked: 60, progress: 0.344, secondsLeft: 41, metrics: null });
    server.replies[`GET ${path}/e_1`] = running;
    server.replies[`POST ${path}/e_1/cancel`] = evaluationOf({ status: 'cancelled', asked: 60 });
    const page = await open('e_1');
    expect(textOf(page)).toContain('60 of 174 questions asked – about 50 sec left');
    expect(find<HTMLProgressElement>(page, 'progress').value).toBeCloseTo(60 / 174);
    expect(await accessibilityViolations(page)).toEqual([]);
    server.replies[`GET ${path}/e_1`] = server.replies[`POST ${path}/e_1/cancel`];
    button(page, 'Stop').click();
    await settled(page);
    expect(textOf(page)).toContain('The figures are of the questions asked until then.');
    expect(findAll(page, 'progress')).toEqual([]);
  });

  it('that encodes passages tells how many, before anything is asked', async () => {
    server.replies[`GET ${path}/e_1`] = evaluationOf({
      status: 'running',
      stage: 'encoding',
      passages: 320,
      encoded: 80,
      asked: 0,
      progress: 0.162,
      secondsLeft: 41,
      metrics: null,
    });
    const page = await open('e_1');
    const text = textOf(page);
    expect(text).toContain('80 of 320 passages encoded – about 50 sec left');
    expect(find<HTMLProgressElement>(page, 'progress').value).toBeCloseTo(80 / 320);
    expect(text).not.toContain('asked');
  });

  it('that failed says why', async () => {
    server.replies[`GET ${path}/e_1`] = evaluationOf({
      status: 'failed',
      metrics: null,
      problem: { code: 'storage_full', detail: null },
    });
    expect(textOf(await open('e_1'))).toContain('The server has no');
  });

  it('that is gone says so', async () => {
    expect(textOf(find(await open('e_7'), '[role="alert"]'))).toContain('no longer exists');
  });

  it('is deleted only after a confirmation', async () => {
    const page = await open('e_1');
    button(page, 'Export and delete').click();
    await settled(page);
    button(page, 'Delete…').click();
    await settled(page);
    expect(server.requests.some((request) => request.startsWith('DELETE'))).toBe(false);
    button(page, 'Delete').click();
    await settled(page);
    expect(server.requests).toContain(`DELETE ${path}/e_1`);
    expect(gone).toEqual(['/evaluations']);
  });

  it('can be taken elsewhere as CSV and as predictions', async () => {
    const page = await open('e_1');
    button(page, 'Export and delete').click();
    await settled(page);
    expect(
      findAll<HTMLAnchorElement>(page, 'a[download]').map((link) => [
        link.getAttribute('href'),
        link.getAttribute('download'),
      ]),
    ).toEqual([
      [`https://passim.example${path}/e_1/questions?format=csv`, 'March.csv'],
      [`https://passim.example${path}/e_1/predictions`, 'March-predictions.json'],
    ]);
  });
});
