import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  mount,
  settled,
  textOf,
} from '../../components/mount.fixture';
import { PassimApi } from '../../connection';
import { comparisonOf, evaluationOf, modelOf, questionOf } from '../../protocol/evaluation.fixture';
import { goldenText } from '../../protocol/golden.fixture';
import type { Comparison, Evaluation } from '../../state/evaluation';
import './evaluations-page';

type Page = HTMLElementTagNameMap['passim-evaluations-page'];

const path = '/api/v1/evaluations';
const attack = '<img src=x onerror=alert(1)>';

let replies: Record<string, unknown>;
let requests: string[];
let bodies: unknown[];
let gone: string[];

beforeEach(() => {
  requests = [];
  bodies = [];
  gone = [];
  const questions = Array.from({ length: 120 }, (_, n) =>
    questionOf({ id: `q${n}`, ...(n % 10 === 3 ? { cause: 'held_back', predicted: '', f1: 0 } : {}) }),
  );
  replies = {
    'GET /api/v1/collections': [JSON.parse(goldenText('collection'))],
    [`GET ${path}`]: [evaluationOf(), evaluationOf({ id: 'e_2', name: 'February' })],
    [`GET ${path}/e_1`]: evaluationOf(),
    [`GET ${path}/e_1/questions`]: questions,
    [`GET ${path}/e_1/comparison`]: comparisonOf(),
    [`DELETE ${path}/e_1`]: null,
  };
  vi.stubGlobal('fetch', (url: URL, init: RequestInit) => {
    const key = `${init.method ?? 'GET'} ${url.pathname}`;
    requests.push(key);
    bodies.push(init.body);
    return Promise.resolve(
      key in replies
        ? new Response(replies[key] === null ? null : JSON.stringify(replies[key]))
        : new Response('{"code":"evaluation_not_found"}', { status: 404 }),
    );
  });
});

async function open(id: string | null, against: string | null = null): Promise<Page> {
  const page = document.createElement('passim-evaluations-page');
  page.api = new PassimApi(new URL('https://passim.example/'));
  page.evaluationId = id;
  page.against = against;
  page.addEventListener('passim-go', (event) => {
    gone.push(event.path);
  });
  await mount(page);
  await settled(page);
  return page;
}

async function choose(page: Page, file: File): Promise<void> {
  const input = find<HTMLInputElement>(page, '#dataset');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change'));
  await settled(page);
}

async function submit(page: Page): Promise<void> {
  find(page, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await settled(page);
}

describe('the list of evaluations', () => {
  it('tells of each run how it is, and of those that are done the scores', async () => {
    replies[`GET ${path}`] = [
      evaluationOf({ status: 'running', asked: 60, progress: 0.344, secondsLeft: 41, metrics: null }),
      evaluationOf({ id: 'e_2', name: attack, collectionIds: null }),
      evaluationOf({ id: 'e_3', status: 'interrupted', metrics: null }),
    ];
    const text = textOf(find(await open(null), 'ul'));
    expect(text).toContain('Running, 34%');
    expect(text).toContain('about 50 sec left');
    expect(text).toContain(attack);
    expect(text).toContain('own contexts');
    expect(text).toContain('F1 80.4%');
    expect(text).toContain('Interrupted');
  });

  it('is accessible', async () => {
    expect(await accessibilityViolations(await open(null))).toEqual([]);
  });

  it('says why there is none to see', async () => {
    replies[`GET ${path}`] = [];
    expect(textOf(await open(null))).toContain('There are none yet.');
    replies = {};
    expect(textOf(find(await open(null), '[role="alert"]'))).toContain('no longer exists');
  });
});

describe('a new evaluation', () => {
  it('asks the dataset’s own contexts unless told otherwise, and is shown once it is made', async () => {
    replies[`POST ${path}`] = { id: 'e_9', status: 'queued' };
    const page = await open(null);
    await choose(page, new File(['{}'], 'harbour.json'));
    expect(find<HTMLInputElement>(page, '#name').value).toBe('harbour');
    expect(await accessibilityViolations(page)).toEqual([]);
    await submit(page);
    const form = bodies.find((body) => body instanceof FormData);
    expect([form?.get('name'), form?.getAll('collectionIds')]).toEqual(['harbour', []]);
    expect(gone).toEqual(['/evaluations/e_9']);
  });

  it('asks the collections that are chosen, at least one', async () => {
    replies[`POST ${path}`] = { id: 'e_9', status: 'queued' };
    const page = await open(null);
    await choose(page, new File(['{}'], 'harbour.json'));
    const [, collections] = findAll<HTMLInputElement>(page, 'input[type="radio"]');
    collections?.dispatchEvent(new Event('change'));
    await settled(page);
    await submit(page);
    expect(textOf(find(page, '[role="alert"]'))).toBe('Choose at least one collection.');
    find(page, 'input[type="checkbox"]').dispatchEvent(new Event('change'));
    await settled(page);
    await submit(page);
    const form = bodies.find((body) => body instanceof FormData);
    expect(form?.getAll('collectionIds')).toEqual(['samples']);
  });

  it('is taken by drop too', async () => {
    const page = await open(null);
    const drop = new Event('drop', { cancelable: true });
    const files = [new File(['{}'], 'dropped.json')];
    Object.defineProperty(drop, 'dataTransfer', { value: { files } });
    find(page, '.zone').dispatchEvent(drop);
    await settled(page);
    expect(find<HTMLInputElement>(page, '#name').value).toBe('dropped');
  });

  it('that the server cannot read is told with what it says', async () => {
    const page = await open(null);
    await choose(page, new File(['{}'], 'harbour.json'));
    vi.stubGlobal('fetch', () =>
      Promise.resolve(
        new Response('{"code":"dataset_invalid","detail":"At data[0]: no paragraphs."}', { status: 400 }),
      ),
    );
    await submit(page);
    const alert = textOf(find(page, '[role="alert"]'));
    expect(alert).toContain('no dataset in SQuAD’s format');
    expect(alert).toContain('At data[0]: no paragraphs.');
  });
});

describe('one evaluation', () => {
  it('tells what was measured, as charts and in figures', async () => {
    replies[`GET ${path}/e_1/questions`] = [questionOf()];
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
    replies[`GET ${path}/e_1`] = evaluationOf({ reliability: [], riskCoverage: [] });
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
    replies[`GET ${path}/e_1`] = evaluationOf({ collectionIds: null });
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
    replies[`GET ${path}/e_1/questions`] = [
      questionOf({ question: attack, expected: [attack], predicted: attack, id: attack }),
    ];
    const page = await open('e_1');
    expect(findAll(page, 'img')).toEqual([]);
    expect(textOf(page)).toContain(attack);
  });

  it('that runs tells how far it is, and can be stopped', async () => {
    const running = evaluationOf({ status: 'running', asked: 60, progress: 0.344, secondsLeft: 41, metrics: null });
    replies[`GET ${path}/e_1`] = running;
    replies[`POST ${path}/e_1/cancel`] = evaluationOf({ status: 'cancelled', asked: 60 });
    const page = await open('e_1');
    expect(textOf(page)).toContain('60 of 174 questions asked – about 50 sec left');
    expect(await accessibilityViolations(page)).toEqual([]);
    replies[`GET ${path}/e_1`] = replies[`POST ${path}/e_1/cancel`];
    button(page, 'Stop').click();
    await settled(page);
    expect(textOf(page)).toContain('The figures are of the questions asked until then.');
    expect(findAll(page, 'progress')).toEqual([]);
  });

  it('that failed says why', async () => {
    replies[`GET ${path}/e_1`] = evaluationOf({
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
    expect(requests.some((request) => request.startsWith('DELETE'))).toBe(false);
    button(page, 'Delete').click();
    await settled(page);
    expect(requests).toContain(`DELETE ${path}/e_1`);
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

describe('the threshold of a collection', () => {
  const patch = 'PATCH /api/v1/collections/samples';
  const samples = JSON.parse(goldenText('collection')) as Record<string, unknown>;

  /** Six right ones, two wrong, and two without an answer. */
  function tenQuestions(): unknown {
    const right = [0.95, 0.9, 0.8, 0.7, 0.6, 0.3];
    return [
      ...right.map((confidence) => questionOf({ id: `r${confidence}`, confidence })),
      questionOf({ id: 'w1', confidence: 0.5, bestF1: 0.2, cause: 'wrong_span' }),
      questionOf({ id: 'w2', confidence: 0.1, bestF1: 0, cause: 'not_retrieved' }),
      questionOf({ id: 'n1', confidence: 0.4, expected: [], bestF1: 0, cause: 'answered_anyway' }),
      questionOf({ id: 'n2', confidence: null, best: null, expected: [], bestF1: null }),
    ];
  }

  beforeEach(() => {
    replies[`GET ${path}/e_1/questions`] = tenQuestions();
    replies[patch] = { ...samples, threshold: 0.5 };
    replies['GET /api/v1/models'] = [modelOf({ sha256: 'a1', inUse: false }), modelOf()];
  });

  async function counts(): Promise<{ page: Page; text: () => string; move: (to: string) => Promise<void> }> {
    const page = await open('e_1');
    return {
      page,
      text: () => textOf(find(page, 'passim-threshold-choice')),
      move: async (to) => {
        const input = find<HTMLInputElement>(page, '#percent');
        input.value = to;
        input.dispatchEvent(new Event('input'));
        await settled(page);
      },
    };
  }

  it('is shown with what it makes of the questions, exactly', async () => {
    const { page, text, move } = await counts();
    expect(text()).toContain('Now: 27%');
    expect(button(page, 'Use 27% for “Samples”').disabled).toBe(true);
    expect(text()).toContain('8 questions with an answer');
    expect(text()).toMatch(/answered right 6 .*answered wrong 1 .*right, but held back 0/);
    expect(text()).toMatch(/2 questions without an answer .*answered anyway 1 .*as it should be 1/);
    expect(text()).toContain('75.0% of the answers given are right.');
    await move('70');
    expect(text()).toMatch(/answered right 4 .*answered wrong 0 .*right, but held back 2/);
    expect(text()).toMatch(/answered anyway 0 .*as it should be 2/);
    expect(text()).toContain('100.0% of the answers given are right.');
    await move('70.01');
    expect(text()).toMatch(/answered right 3 .*right, but held back 3/);
    expect(find<HTMLInputElement>(page, 'input[type="range"]').value).toBe('0.7001');
    await move('100');
    expect(text()).toContain('No answer is given.');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('can be moved by slider, and typing nonsense moves nothing', async () => {
    const { page, text, move } = await counts();
    const slider = find<HTMLInputElement>(page, 'input[type="range"]');
    slider.value = '0.7';
    slider.dispatchEvent(new Event('input'));
    await settled(page);
    expect(find<HTMLInputElement>(page, '#percent').value).toBe('70');
    expect(slider.getAttribute('aria-valuetext')).toBe('70%');
    await move('');
    await move('170');
    await move('-1');
    expect(text()).toMatch(/answered right 4 /);
  });

  it('has marks for what is in force and for what is suggested', async () => {
    const { page, text } = await counts();
    const marks = findAll<HTMLButtonElement>(page, '.marks button');
    expect(marks.map((mark) => textOf(mark).trim())).toEqual([
      'Now: 27%',
      'Lowest with 80% of the answers right: 50%',
      'Highest that keeps 90% of the right ones: 30%',
    ]);
    marks[1]?.click();
    await settled(page);
    expect(text()).toContain('83.3% of the answers given are right.');
    expect(marks[1]?.getAttribute('aria-pressed')).toBe('true');
  });

  it('is used for the collection, which then says so', async () => {
    const { page, text, move } = await counts();
    await move('50');
    replies['GET /api/v1/collections'] = [replies[patch]];
    button(page, 'Use 50% for “Samples”').click();
    await settled(page);
    expect(JSON.parse(bodies[requests.indexOf(patch)] as string)).toEqual({ threshold: 0.5 });
    expect(text()).toContain('“Samples” answers from a confidence of 50% on, beginning with the next question.');
    expect(text()).toContain('50% on, chosen for this collection');
    expect(button(page, 'Use 50% for “Samples”').disabled).toBe(true);
    replies[patch] = samples;
    replies['GET /api/v1/collections'] = [samples];
    button(page, 'Use the server’s 27%').click();
    await settled(page);
    expect(JSON.parse(bodies[requests.lastIndexOf(patch)] as string)).toEqual({ threshold: null });
    expect(text()).not.toContain('chosen for this collection');
  });

  it('that cannot be used says why', async () => {
    replies = Object.fromEntries(Object.entries(replies).filter(([key]) => key !== patch));
    const { page, move } = await counts();
    await move('30');
    button(page, 'Use 30% for “Samples”').click();
    await settled(page);
    expect(textOf(find(page, '[role="alert"]'))).not.toBe('');
    expect(button(page, 'Use 30% for “Samples”').disabled).toBe(false);
  });

  it('is chosen for one collection that there is, and when all was asked', async () => {
    for (const other of [
      { collectionIds: null },
      { collectionIds: ['samples', 'b'] },
      { collectionIds: ['gone'] },
      { status: 'cancelled' as const },
      { provenance: null },
    ]) {
      replies[`GET ${path}/e_1`] = evaluationOf(other);
      expect(findAll(await open('e_1'), 'passim-threshold-choice')).toEqual([]);
    }
  });

  it('suggests nothing that the questions do not show', async () => {
    replies[`GET ${path}/e_1/questions`] = [questionOf({ bestF1: 0, cause: 'wrong_span' })];
    const { page, text } = await counts();
    expect(findAll(page, '.marks button')).toHaveLength(1);
    expect(text()).toContain('With no threshold are 80% of the answers right.');
    expect(text()).not.toContain('without an answer');
  });
});

describe('readers to choose from', () => {
  beforeEach(() => {
    replies['GET /api/v1/models'] = [
      modelOf({
        name: 'broken',
        languages: null,
        bytes: null,
        inUse: false,
        problem: { code: 'reader_damaged', detail: attack },
      }),
      modelOf({ name: 'other-reader', languages: ['en'], inUse: false }),
      modelOf(),
    ];
    replies[`POST ${path}`] = { id: 'e_9', status: 'queued' };
  });

  function boxes(page: Page): HTMLInputElement[] {
    return findAll<HTMLInputElement>(page, 'input[name="reader"]');
  }

  async function toggle(page: Page, n: number): Promise<void> {
    boxes(page)[n]?.dispatchEvent(new Event('change'));
    await settled(page);
  }

  it('are told with what can be known of them, the server’s chosen, the damaged one not to be', async () => {
    const page = await open(null);
    await choose(page, new File(['{}'], 'harbour.json'));
    expect(boxes(page).map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [false, true],
      [false, false],
      [true, false],
    ]);
    const text = textOf(page);
    expect(text).toContain('answers people’s questions · English, French · 34.4 MB · quantised');
    expect(text).toContain('Its folder is damaged.');
    expect(text).toContain(attack);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('make a run each, the server’s first, and lead to their comparison', async () => {
    const page = await open(null);
    await choose(page, new File(['{}'], 'harbour.json'));
    await toggle(page, 1);
    button(page, 'Start 2 runs');
    const ids = ['e_8', 'e_9'];
    replies[`POST ${path}`] = { toJSON: () => ({ id: ids.shift(), status: 'queued' }) };
    await submit(page);
    await settled(page);
    const forms = bodies.filter((body) => body instanceof FormData);
    expect(forms.map((form) => [form.get('name'), form.get('reader')])).toEqual([
      ['harbour (small-reader)', 'small-reader'],
      ['harbour (other-reader)', 'other-reader'],
    ]);
    expect(gone).toEqual(['/evaluations/e_9?against=e_8']);
  });

  it('are at least one', async () => {
    const page = await open(null);
    await choose(page, new File(['{}'], 'harbour.json'));
    await toggle(page, 2);
    await submit(page);
    expect(textOf(find(page, '[role="alert"]'))).toBe('Choose at least one reader.');
    expect(bodies.some((body) => body instanceof FormData)).toBe(false);
  });
});

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
    replies[`GET ${path}/e_2`] = comparison().evaluations.there;
    replies[`GET ${path}/e_1/comparison`] = comparison();
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
    expect(text).toContain('+1.1 pts worse');
    expect(text).toContain('Time, 95th percentile 140 ms 150 ms -10 ms better');
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
    replies[`GET ${path}/e_1/comparison`] = comparison({
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
    replies[`GET ${path}/e_2`] = evaluationOf({ id: 'e_2', provenance: other, ...running });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const page = await open('e_1', 'e_2');
    expect(textOf(page)).toContain('60 of 174 questions asked');
    expect(textOf(find(page, '[role="status"]'))).toContain('as soon as both are done');
    expect(requests).not.toContain(`GET ${path}/e_1/comparison`);
    expect(await accessibilityViolations(page)).toEqual([]);
    replies[`GET ${path}/e_2`] = comparison().evaluations.there;
    await vi.advanceTimersByTimeAsync(2_100);
    await settled(page);
    vi.useRealTimers();
    expect(textOf(page)).toContain('1 question better here');
    expect(findAll(page, '[role="status"]')).toEqual([]);
  });

  it('of which one failed say why there is nothing to compare', async () => {
    replies[`GET ${path}/e_2`] = evaluationOf({
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
    replies[`GET ${path}`] = [evaluationOf(), evaluationOf({ id: 'e_2', provenance: other })];
    const links = findAll<HTMLAnchorElement>(await open(null), 'a.compare');
    expect(links.map((link) => [textOf(link).trim(), link.getAttribute('href')])).toEqual([
      ['Compare with old-reader', '/evaluations/e_1?against=e_2'],
    ]);
  });

  it('show what they were made with where it differs', async () => {
    const { provenance } = evaluationOf();
    replies[`GET ${path}/e_1/comparison`] = comparisonOf({ provenance: { here: provenance, there: other } });
    expect(textOf(await open('e_1', 'e_2'))).toContain('Made differently: Reader');
  });
});
