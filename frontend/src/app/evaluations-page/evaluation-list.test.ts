import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  settled,
  textOf,
} from '../../components/mount.fixture';
import { evaluationOf, modelOf } from '../../protocol/evaluation.fixture';
import { attack, type FakeServer, openPage, submit } from '../page.fixture';
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

async function choose(page: EvaluationsPageElement, file: File): Promise<void> {
  const input = find<HTMLInputElement>(page, '#dataset');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change'));
  await settled(page);
}

describe('the list of evaluations', () => {
  it('tells of each run how it is, and of those that are done the scores', async () => {
    server.replies[`GET ${path}`] = [
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
    server.replies[`GET ${path}`] = [];
    expect(textOf(await open(null))).toContain('There are none yet.');
    server.replies = {};
    expect(textOf(find(await open(null), '[role="alert"]'))).toContain('no longer exists');
  });
});

describe('a new evaluation', () => {
  it('asks the dataset’s own contexts unless told otherwise, and is shown once it is made', async () => {
    server.replies[`POST ${path}`] = { id: 'e_9', status: 'queued' };
    const page = await open(null);
    await choose(page, new File(['{}'], 'harbour.json'));
    expect(find<HTMLInputElement>(page, '#name').value).toBe('harbour');
    expect(await accessibilityViolations(page)).toEqual([]);
    await submit(page);
    const form = server.bodies.find((body) => body instanceof FormData);
    expect([form?.get('name'), form?.getAll('collectionIds')]).toEqual(['harbour', []]);
    expect(gone).toEqual(['/evaluations/e_9']);
  });

  it('asks the collections that are chosen, at least one', async () => {
    server.replies[`POST ${path}`] = { id: 'e_9', status: 'queued' };
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
    const form = server.bodies.find((body) => body instanceof FormData);
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

describe('readers to choose from', () => {
  beforeEach(() => {
    server.replies['GET /api/v1/models'] = [
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
    server.replies[`POST ${path}`] = { id: 'e_9', status: 'queued' };
  });

  function boxes(page: EvaluationsPageElement): HTMLInputElement[] {
    return findAll<HTMLInputElement>(page, 'input[name="reader"]');
  }

  async function toggle(page: EvaluationsPageElement, n: number): Promise<void> {
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
    server.replies[`POST ${path}`] = { toJSON: () => ({ id: ids.shift(), status: 'queued' }) };
    await submit(page);
    await settled(page);
    const forms = server.bodies.filter((body) => body instanceof FormData);
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
    expect(server.bodies.some((body) => body instanceof FormData)).toBe(false);
  });
});
