import { beforeEach, describe, expect, it } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  settled,
  textOf,
} from '../../components/mount.fixture';
import { evaluationOf, modelOf, questionOf } from '../../protocol/evaluation.fixture';
import { goldenText } from '../../protocol/golden.fixture';
import { type FakeServer, openPage } from '../page.fixture';
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
    server.replies[`GET ${path}/e_1/questions`] = tenQuestions();
    server.replies[patch] = { ...samples, threshold: 0.5 };
    server.replies['GET /api/v1/models'] = [modelOf({ sha256: 'a1', inUse: false }), modelOf()];
  });

  async function counts(): Promise<{ page: EvaluationsPageElement; text: () => string; move: (to: string) => Promise<void> }> {
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
    server.replies['GET /api/v1/collections'] = [server.replies[patch]];
    button(page, 'Use 50% for “Samples”').click();
    await settled(page);
    expect(JSON.parse(server.bodies[server.requests.indexOf(patch)] as string)).toEqual({ threshold: 0.5 });
    expect(text()).toContain('“Samples” answers from a confidence of 50% on, beginning with the next question.');
    expect(text()).toContain('50% on, chosen for this collection');
    expect(button(page, 'Use 50% for “Samples”').disabled).toBe(true);
    server.replies[patch] = samples;
    server.replies['GET /api/v1/collections'] = [samples];
    button(page, 'Use the server’s 27%').click();
    await settled(page);
    expect(JSON.parse(server.bodies[server.requests.lastIndexOf(patch)] as string)).toEqual({ threshold: null });
    expect(text()).not.toContain('chosen for this collection');
  });

  it('that cannot be used says why', async () => {
    server.replies = Object.fromEntries(Object.entries(server.replies).filter(([key]) => key !== patch));
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
      server.replies[`GET ${path}/e_1`] = evaluationOf(other);
      expect(findAll(await open('e_1'), 'passim-threshold-choice')).toEqual([]);
    }
  });

  it('is not chosen by confidences on another scale than the server’s, which is said', async () => {
    const { provenance } = evaluationOf();
    const made = (calibration?: string) => ({
      provenance: provenance && { ...provenance, ...(calibration && { calibration }) },
    });
    for (const [run, now, chosen] of [
      ['a', 'a', 1],
      ['a', 'b', 0],
      [undefined, 'b', 0],
      [undefined, undefined, 1],
    ] as const) {
      server.replies[`GET ${path}/e_1`] = evaluationOf(made(run));
      server.replies['GET /api/v1/models'] = [modelOf({ calibration: now ?? null })];
      const page = await open('e_1');
      expect(findAll(page, 'passim-threshold-choice')).toHaveLength(chosen);
      expect(textOf(page).includes('Run the evaluation again')).toBe(chosen === 0);
    }
  });

  it('suggests nothing that the questions do not show', async () => {
    server.replies[`GET ${path}/e_1/questions`] = [questionOf({ bestF1: 0, cause: 'wrong_span' })];
    const { page, text } = await counts();
    expect(findAll(page, '.marks button')).toHaveLength(1);
    expect(text()).toContain('With no threshold are 80% of the answers right.');
    expect(text()).not.toContain('without an answer');
  });
});
