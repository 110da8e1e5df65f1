import { describe, expect, it } from 'vitest';
import {
  accessibilityViolations,
  button,
  find,
  findAll,
  mount,
  settled,
  textOf,
} from '../components/mount.fixture';
import { documentLike } from '../protocol/document.fixture';
import type { DocumentRecord, IngestQueue, PendingUpload, ShelfEntry, UploadPhase } from '../state';
import './document-edit/document-edit';
import './document-row/document-row';
import './filter-choice/filter-choice';
import './menu/menu';
import './queue-line/queue-line';
import './tag-input/tag-input';
import './upload-panel/upload-panel';

type Row = HTMLElementTagNameMap['passim-document-row'];

async function row(
  document: Partial<DocumentRecord>,
  entry: Partial<ShelfEntry> = {},
): Promise<Row> {
  const element = globalThis.document.createElement('passim-document-row');
  element.entry = {
    document: documentLike(document),
    older: [],
    replaced: null,
    original: null,
    place: null,
    ...entry,
  };
  return mount(element);
}

function press(target: Element, key: string): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
}

async function itemsOf(element: Row): Promise<string[]> {
  find<HTMLButtonElement>(element, '.opener').click();
  await settled(element);
  return findAll(element, '[role="menuitem"]').map((item) => textOf(item).trim());
}

describe('a document in the library', () => {
  it('shows what is known of it', async () => {
    const element = await row({
      folder: 'policies/2026',
      author: 'People team',
      date: '2026-03-31',
      tags: ['hr'],
    });
    const text = textOf(element);
    for (const fact of ['policies/2026/leave-policy.pdf', 'People team', '2026', 'hr', '4 pages']) {
      expect(text).toContain(fact);
    }
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it.each([
    [{ status: 'ready' }, ['Open', 'Edit details…', 'Add a new version…', 'Read again', 'Delete…']],
    [{ status: 'superseded', supersededBy: 'd_2' }, ['Open', 'Delete…']],
    [{ status: 'superseded', supersededBy: null }, ['Open', 'Read again', 'Delete…']],
    [{ duplicateOf: 'd_0' }, ['Open', 'Add a new version…', 'Delete…']],
    [{ status: 'failed' }, ['Try again', 'Download the original', 'Delete…']],
    [{ status: 'failed', sha256: '' }, ['Delete…']],
    [
      { status: 'failed', problem: { code: 'original_missing', detail: null } },
      ['Delete…'],
    ],
    [{ status: 'queued' }, ['Stop reading it', 'Delete…']],
    [{ status: 'parsing' }, ['Stop reading it', 'Delete…']],
    [{ status: 'indexing' }, ['Delete…']],
  ] as const)('offers for %j what can be done', async (document, items) => {
    expect(await itemsOf(await row(document))).toEqual(items);
  });

  it('says which place it has in the queue only where that is known', async () => {
    expect(textOf(await row({ status: 'queued' }))).toMatch(/Waiting to be read\s*$/);
    expect(textOf(await row({ status: 'queued' }, { place: 13 }))).toContain(
      'Waiting to be read, no. 13',
    );
  });

  it('tells a share of reading, rounded down, and none of indexing', async () => {
    expect(textOf(await row({ status: 'parsing', progress: 0.999 }))).toContain('99%');
    const indexing = await row({ status: 'indexing', progress: 0.99 });
    expect(textOf(indexing)).not.toContain('%');
    expect(findAll(indexing, 'progress')).toEqual([]);
  });

  it('that failed says why and what to do, and offers to try again', async () => {
    const element = await row({
      status: 'failed',
      problem: { code: 'document_encrypted', detail: null },
    });
    const heard: string[] = [];
    element.addEventListener('passim-document-action', ({ action, id }) => heard.push(action, id));
    expect(textOf(element)).toContain('Remove the protection and upload it again.');
    button(element, 'Try again').click();
    expect(heard).toEqual(['ingest', documentLike().id]);
  });

  it('that failed tells the server’s reason where it says more', async () => {
    const detail = 'The document unpacks to 812 MB. Split it into smaller documents and upload those.';
    const element = await row({ status: 'failed', problem: { code: 'too_large', detail } });
    const cause = find(element, '.cause');
    expect([cause.textContent, cause.getAttribute('lang')]).toEqual([detail, 'en']);
    expect(textOf(element)).toContain('This is too large for this server.');
    const encrypted = 'The document is protected by a password. Remove the password and upload it again.';
    const plain = await row({
      status: 'failed',
      problem: { code: 'document_encrypted', detail: encrypted },
    });
    expect(findAll(plain, '.cause')).toEqual([]);
  });

  it('that failed offers its original, and to try again only if that was kept', async () => {
    const problem = { code: 'too_large', detail: null };
    const kept = await row({ status: 'failed', problem });
    kept.originalUrl = (id) => `/original/${id}`;
    await itemsOf(kept);
    const link = find<HTMLAnchorElement>(kept, '[role="menuitem"][download]');
    expect(link.getAttribute('href')).toBe(`/original/${documentLike().id}`);
    expect(link.download).toBe('leave-policy.pdf');
    const gone = await row({ status: 'failed', problem, sha256: '' });
    expect(textOf(gone)).not.toContain('Try again');
  });

  it('says how many of its pages have no text', async () => {
    expect(textOf(await row({ pages: 12, pagesWithoutText: 3 }))).toContain(
      '3 of 12 pages have no text',
    );
    expect(textOf(await row({ pages: 12, pagesWithoutText: 1 }))).toContain(
      '1 of 12 pages has no text',
    );
    expect(textOf(await row({ pages: 12 }))).not.toContain('no text');
  });

  it('that somebody stopped has not failed', async () => {
    const element = await row({ status: 'failed', problem: { code: 'cancelled', detail: null } });
    expect(find(element, '.status').textContent.trim()).toBe('Stopped');
    expect(findAll(element, '.failed, .problem')).toEqual([]);
  });

  it('leads from a duplicate to the original', async () => {
    const element = await row(
      { duplicateOf: 'd_0' },
      { original: documentLike({ id: 'd_0', title: 'The first' }) },
    );
    const link = findAll<HTMLAnchorElement>(element, '.note a')[0];
    expect([link?.getAttribute('href'), link?.textContent]).toEqual([
      '/documents/d_0',
      '“The first”',
    ]);
  });

  it('says of a new version what answers meanwhile', async () => {
    const replaced = documentLike({ id: 'd_0', title: 'Leave 2025' });
    expect(textOf(await row({ status: 'parsing' }, { replaced }))).toContain(
      'New version of “Leave 2025”, which answers until this one is ready',
    );
    expect(textOf(await row({ status: 'failed' }, { replaced }))).toContain(
      'which goes on answering',
    );
  });

  it('keeps its older versions folded, each to be opened or deleted', async () => {
    const older = [1, 2].map((n) => documentLike({ id: `v${n}`, status: 'superseded' }));
    const element = await row({}, { older });
    const heard: string[] = [];
    element.addEventListener('passim-document-action', ({ action, id }) => heard.push(action, id));
    expect(findAll(element, '.versions')).toEqual([]);
    const fold = button(element, '2 older versions');
    fold.click();
    await settled(element);
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    const links = findAll<HTMLAnchorElement>(element, '.versions a');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/documents/v1',
      '/documents/v2',
    ]);
    findAll<HTMLButtonElement>(element, '.versions button')[1]?.click();
    expect(heard).toEqual(['remove', 'v2']);
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});

describe('a menu', () => {
  it('goes by keyboard, wraps around, and gives the focus back', async () => {
    const menu = document.createElement('passim-menu');
    menu.label = 'Actions';
    menu.items = ['Open', 'Read again', 'Delete'].map((label) => ({ id: label, label }));
    await mount(menu);
    const chosen: string[] = [];
    menu.addEventListener('passim-menu-select', ({ item }) => chosen.push(item));
    const opener = find<HTMLButtonElement>(menu, '.opener');
    const focused = (): string | undefined => menu.shadowRoot?.activeElement?.textContent.trim();
    press(opener, 'ArrowDown');
    await settled(menu);
    expect(focused()).toBe('Open');
    expect(await accessibilityViolations(menu)).toEqual([]);
    for (const [key, label] of [
      ['ArrowUp', 'Delete'],
      ['ArrowDown', 'Open'],
      ['End', 'Delete'],
      ['Home', 'Open'],
      ['r', 'Read again'],
    ] as const) {
      press(menu.shadowRoot?.activeElement ?? opener, key);
      expect(focused()).toBe(label);
    }
    (menu.shadowRoot?.activeElement as HTMLButtonElement).click();
    await settled(menu);
    expect(chosen).toEqual(['Read again']);
    expect(findAll(menu, '[role="menu"]')).toEqual([]);
    expect(menu.shadowRoot?.activeElement).toBe(opener);
  });

  it('closes on Escape and on a click outside, and only then gives the focus back', async () => {
    const menu = document.createElement('passim-menu');
    menu.items = [{ id: 'a', label: 'A' }];
    await mount(menu);
    const opener = find<HTMLButtonElement>(menu, '.opener');
    const modal: boolean[] = [];
    opener.addEventListener('focus', () => {
      modal.push(find<HTMLDialogElement>(menu, 'dialog').open);
    });
    for (const leave of [
      (dialog: Element) => dialog.dispatchEvent(new Event('cancel', { cancelable: true })),
      (dialog: Element) => dialog.dispatchEvent(new MouseEvent('click', { bubbles: true })),
    ]) {
      opener.click();
      await settled(menu);
      opener.blur();
      leave(find(menu, 'dialog'));
      await settled(menu);
      expect(findAll(menu, '[role="menu"]')).toEqual([]);
    }
    expect(modal).toEqual([false, false]);
  });
});

describe('tags', () => {
  async function tagInput(tags: readonly string[]): Promise<HTMLElementTagNameMap['passim-tag-input']> {
    const element = document.createElement('passim-tag-input');
    element.tags = tags;
    element.known = ['hr', 'leave', 'payroll'];
    return mount(element);
  }

  function type(element: Element, text: string): HTMLInputElement {
    const field = find<HTMLInputElement>(element, 'input');
    field.value = text;
    field.dispatchEvent(new Event('input'));
    return field;
  }

  it('are added by Enter, comma or suggestion, and taken away again', async () => {
    const element = await tagInput([]);
    press(type(element, ' Human  Resources '), 'Enter');
    type(element, 'B,a,');
    await settled(element);
    button(element, 'hr').click();
    expect(element.tags).toEqual(['a', 'b', 'hr', 'human resources']);
    await settled(element);
    button(element, 'Remove tag b').click();
    await settled(element);
    press(find(element, 'input'), 'Backspace');
    expect(element.tags).toEqual(['a', 'hr']);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('are suggested as far as they fit and are not there yet', async () => {
    const element = await tagInput(['hr']);
    expect(findAll(element, '.known button').map((item) => textOf(item).trim())).toEqual([
      'leave',
      'payroll',
    ]);
    type(element, 'Pay');
    await settled(element);
    expect(findAll(element, '.known button')).toHaveLength(1);
  });

  it('keep to what the server takes, and say so', async () => {
    const element = await tagInput(Array.from({ length: 20 }, (_, n) => `t${n}`));
    press(type(element, 'one more'), 'Enter');
    await settled(element);
    expect(textOf(element)).toContain('at most');
    expect(element.tags).toHaveLength(20);
    const other = await tagInput([]);
    press(type(other, 'x'.repeat(41)), 'Enter');
    await settled(other);
    expect(find(other, '[role="alert"]').textContent).toContain('40');
    expect(other.commit()).toBe(false);
  });
});

describe('the details of a document', () => {
  async function editor(): Promise<HTMLElementTagNameMap['passim-document-edit']> {
    const element = document.createElement('passim-document-edit');
    element.document = documentLike({ author: 'People', date: '2026-01-01', tags: ['hr'] });
    return mount(element);
  }

  function submit(element: Element): void {
    find(element, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  }

  it('are sent only as far as they are new', async () => {
    const element = await editor();
    const heard: unknown[] = [];
    element.addEventListener('passim-document-change', ({ change }) => heard.push(change));
    element.addEventListener('passim-cancel', () => heard.push('cancelled'));
    submit(element);
    find<HTMLInputElement>(element, '#author').value = ' ';
    find<HTMLInputElement>(element, '#title').value = 'Leave 2026 ';
    submit(element);
    expect(heard).toEqual(['cancelled', { title: 'Leave 2026', author: null }]);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('need a title, and take a tag that is typed but not entered', async () => {
    const element = await editor();
    const heard: unknown[] = [];
    element.addEventListener('passim-document-change', ({ change }) => heard.push(change));
    find<HTMLInputElement>(element, '#title').value = '';
    submit(element);
    await settled(element);
    expect(find(element, '[role="alert"]').textContent).toBe('A document needs a title.');
    find<HTMLInputElement>(element, '#title').value = 'Leave policy';
    const tags = find(element, 'passim-tag-input');
    const field = find<HTMLInputElement>(tags, 'input');
    field.value = 'new';
    field.dispatchEvent(new Event('input'));
    submit(element);
    expect(heard).toEqual([{ tags: ['hr', 'new'] }]);
  });

  it('are closed before they are given up, so that the focus returns', async () => {
    const element = await editor();
    const dialog = find<HTMLDialogElement>(element, 'dialog');
    const open: boolean[] = [];
    element.addEventListener('passim-cancel', () => open.push(dialog.open));
    button(element, 'Cancel').click();
    dialog.showModal();
    submit(element);
    expect(open).toEqual([false, false]);
  });

  it('say what the server did not accept', async () => {
    const element = await editor();
    element.problem = 'The server did not accept these details.\nThe date is no day.';
    await settled(element);
    expect(find(element, '[role="alert"]').textContent).toContain('The date is no day.');
  });
});

describe('the uploads', () => {
  const upload = (n: number, phase: UploadPhase): PendingUpload => ({
    id: `u${n}`,
    collectionId: 'samples',
    filename: `f${n}.pdf`,
    folder: null,
    bytes: 100_000_000,
    phase,
  });
  const waiting = { kind: 'waiting', busy: false } as const;
  const stored = { kind: 'stored', refused: false } as const;
  const failed = { kind: 'failed', code: 'too_large', detail: '' } as const;

  async function panel(
    uploads: readonly PendingUpload[],
  ): Promise<HTMLElementTagNameMap['passim-upload-panel']> {
    const element = document.createElement('passim-upload-panel');
    element.uploads = uploads;
    return mount(element);
  }

  it('are one line, those under way, the failures, and a few that wait', async () => {
    const uploads = Array.from({ length: 340 }, (_, n) =>
      upload(n, n < 12 ? stored : n < 15 ? failed : waiting),
    );
    const element = await panel(uploads);
    element.workPerSecond = 325 * 100_032_000 / 120;
    await settled(element);
    expect(textOf(element)).toContain('12 of 340 files sent, 3 failed – about 2 min left');
    expect(findAll(element, 'passim-upload-row')).toHaveLength(6);
    expect(textOf(element)).toContain('and 322 more');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('say of a large file how fast it goes, and never 99% once it is sent', async () => {
    const sending = { kind: 'sending', share: 0.255, bytesPerSecond: 1_000_000 } as const;
    const element = await panel([upload(0, sending), upload(1, { kind: 'sent' })]);
    const text = textOf(element);
    for (const part of ['Sending, 25%', '25.5 MB of 100 MB', '1 MB a second', 'about 1 min left']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Sent, waiting to be read');
    expect(text).not.toContain('9%');
  });

  it('are told to a screen reader at the start, at each quarter and at the end', async () => {
    const element = await panel([]);
    const told = new Set<string>();
    for (let sent = 0; sent <= 300; sent++) {
      element.uploads = Array.from({ length: 300 }, (_, n) => upload(n, n < sent ? stored : waiting));
      await element.updateComplete;
      told.add(find(element, '[role="status"]').textContent);
    }
    expect([...told]).toEqual([
      'Sending 300 files',
      '75 of 300 files sent',
      '150 of 300 files sent',
      '225 of 300 files sent',
      '300 files sent',
    ]);
    expect(findAll(element, '[role="alert"]')).toEqual([]);
  });

  it('can be stopped and sent again, one or all', async () => {
    const element = await panel([upload(0, waiting), upload(1, failed), upload(2, failed)]);
    const heard: unknown[] = [];
    element.addEventListener('passim-upload-action', ({ action, id }) => heard.push([action, id]));
    button(element, 'Stop all').click();
    button(element, 'Try all 2 again').click();
    button(element, 'Stop sending “f0.pdf”').click();
    button(element, 'Send “f1.pdf” again').click();
    button(element, 'Dismiss “f2.pdf”').click();
    expect(heard).toEqual([
      ['cancel', null],
      ['retry', null],
      ['cancel', 'u0'],
      ['retry', 'u1'],
      ['dismiss', 'u2'],
    ]);
  });
});

describe('the queue', () => {
  const queue: IngestQueue = {
    waiting: 40,
    running: 2,
    bytesLeft: 1,
    bytesPerSecond: null,
    pagesPerSecond: 3.14159,
    secondsLeft: 240,
    restoring: false,
  };

  async function line(shown: IngestQueue | null): Promise<string> {
    const element = document.createElement('passim-queue-line');
    element.queue = shown;
    return textOf(await mount(element)).trim();
  }

  it('is told in one line, and not at all where there is none', async () => {
    expect(await line(queue)).toBe('2 being read, 40 waiting3.14 pages a secondabout 4 min left');
    expect(await line({ ...queue, pagesPerSecond: null, secondsLeft: null })).toBe(
      '2 being read, 40 waiting',
    );
    expect(await line({ ...queue, waiting: 0, running: 0 })).toBe('');
    expect(await line(null)).toBe('');
  });

  it('says that answers may miss documents while the index is restored', async () => {
    expect(await line({ ...queue, waiting: 0, running: 0, restoring: true })).toBe(
      'The index is being restored; answers may miss documents until then.',
    );
  });
});

describe('a queue that is stalled', () => {
  it('says so with the server’s reason', async () => {
    const element = document.createElement('passim-queue-line');
    element.queue = {
      waiting: 3,
      running: 0,
      bytesLeft: 1,
      bytesPerSecond: null,
      pagesPerSecond: null,
      secondsLeft: null,
      restoring: false,
      stalled: { code: 'internal_error', detail: 'The program that reads documents does not start.' },
    };
    const text = textOf(await mount(element));
    expect(text).toContain('Nothing is being read at the moment. The server failed at this.');
    expect(find(element, '[lang="en"]').textContent).toContain('does not start');
    expect(text).toContain('3 waiting');
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});

describe('the filters', () => {
  async function choice(): Promise<HTMLElementTagNameMap['passim-filter-choice']> {
    const element = document.createElement('passim-filter-choice');
    element.loadTags = () => Promise.resolve(['hr', 'leave']);
    element.addEventListener('passim-filters-change', ({ filters }) => (element.filters = filters));
    return mount(element);
  }

  it('are chosen in a panel and shown as chips that can be taken away', async () => {
    const element = await choice();
    button(element, 'Filter').click();
    await settled(element);
    button(element, 'hr').click();
    await settled(element);
    button(element, 'French').click();
    await settled(element);
    const [from] = findAll<HTMLInputElement>(element, 'input');
    if (from !== undefined) {
      from.value = '2025-01-01';
      from.dispatchEvent(new Event('change'));
    }
    await settled(element);
    expect(element.filters).toEqual({ tags: ['hr'], languages: ['fr'], from: '2025-01-01' });
    expect(await accessibilityViolations(element)).toEqual([]);
    button(element, 'Done').click();
    await settled(element);
    expect(button(element, 'Filter, 3 active')).toBeDefined();
    button(element, 'Remove filter French').click();
    await settled(element);
    expect(element.filters).toEqual({ tags: ['hr'], from: '2025-01-01' });
  });

  it('that run backwards are shown as wrong and change nothing', async () => {
    const element = await choice();
    element.filters = { from: '2026-01-01' };
    await settled(element);
    button(element, 'Filter, 1 active').click();
    await settled(element);
    const to = findAll<HTMLInputElement>(element, 'input')[1];
    if (to !== undefined) {
      to.value = '2025-01-01';
      to.dispatchEvent(new Event('change'));
    }
    await settled(element);
    expect(find(element, '[role="alert"]').textContent).toContain('ends before it begins');
    expect(element.filters).toEqual({ from: '2026-01-01' });
  });

  it('say so where there are no tags, and where they cannot be had', async () => {
    const element = await choice();
    element.loadTags = () => Promise.reject(new Error('no network'));
    button(element, 'Filter').click();
    await settled(element);
    expect(textOf(find(element, '.form'))).toContain('No document has a tag yet.');
  });
});
