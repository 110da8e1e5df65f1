import { describe, expect, it } from 'vitest';
import { accessibilityViolations, button, find, mount, settled, textOf } from '../../components/mount.fixture';
import { fromDrop, fromFolderPicker } from './chosen-files';
import './drop-zone';

interface FakeEntry {
  readonly name: string;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
}

function file(name: string, readable = true): FakeEntry {
  return {
    name,
    isFile: true,
    isDirectory: false,
    file: (done: (file: File) => void, failed: (error: Error) => void) => {
      if (readable) {
        done(new File([name], name));
      } else {
        failed(new Error('not readable'));
      }
    },
  } as FakeEntry;
}

/** Tells its entries a hundred at a time, as browsers do. */
function folder(name: string, entries: readonly FakeEntry[]): FakeEntry {
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (done: (entries: readonly FakeEntry[]) => void) => {
          done(entries.slice(at, (at += 100)));
        },
      };
    },
  } as FakeEntry;
}

function dropped(...entries: readonly FakeEntry[]): DataTransfer {
  return {
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
    files: [],
  } as unknown as DataTransfer;
}

describe('what is dropped', () => {
  it('is every file of every folder, each with its path, in order', async () => {
    const { files } = await fromDrop(
      dropped(file('a.pdf'), folder('policies', [folder('2026', [file('b.pdf')]), file('c.pdf')])),
    );
    expect(files.map(({ file: { name }, folder: path }) => [name, path])).toEqual([
      ['a.pdf', null],
      ['b.pdf', 'policies/2026'],
      ['c.pdf', 'policies'],
    ]);
  });

  it('is complete beyond the first hundred', async () => {
    const many = Array.from({ length: 340 }, (_, n) => file(`${n}.txt`));
    expect((await fromDrop(dropped(folder('f', many)))).files).toHaveLength(340);
  });

  it('is followed however deep it goes', async () => {
    let deep = folder('end', [file('x.txt')]);
    for (let n = 0; n < 5_000; n++) {
      deep = folder('d', [deep]);
    }
    expect((await fromDrop(dropped(deep))).files).toHaveLength(1);
  });

  it('leaves out what systems leave in folders, and counts what cannot be read', async () => {
    const { files, unreadable } = await fromDrop(
      dropped(
        folder('f', [
          file('.DS_Store'),
          file('Thumbs.db'),
          file('~$a.docx'),
          folder('.git', [file('x')]),
          file('locked.pdf', false),
          file('a.docx'),
        ]),
      ),
    );
    expect([files.map(({ file: { name } }) => name), unreadable]).toEqual([['a.docx'], 1]);
  });
});

describe('a picked folder', () => {
  const picked = (path: string): File => {
    const made = new File(['x'], path.split('/').at(-1) ?? '');
    Object.defineProperty(made, 'webkitRelativePath', { value: path });
    return made;
  };

  it('keeps the path of each file', () => {
    const chosen = fromFolderPicker([picked('policies/2026/a.pdf'), picked('policies/.git/b')]);
    expect(chosen.map(({ file: { name }, folder: path }) => [name, path])).toEqual([
      ['a.pdf', 'policies/2026'],
    ]);
  });
});

describe('the drop zone', () => {
  it('tells what was dropped, and says so if it was nothing', async () => {
    const zone = await mount(document.createElement('passim-drop-zone'));
    const heard: (string | null)[][] = [];
    zone.addEventListener('passim-files-chosen', ({ files }) => {
      heard.push(files.map((chosen) => chosen.folder));
    });
    const drop = async (transfer: DataTransfer): Promise<void> => {
      const event = new Event('drop', { cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: transfer });
      find(zone, '.zone').dispatchEvent(event);
      await settled(zone);
    };
    await drop(dropped(folder('f', [file('a.txt')])));
    expect(heard).toEqual([['f']]);
    await drop(dropped(folder('f', [])));
    expect(heard).toHaveLength(1);
    expect(textOf(zone)).toContain('There were no files in it.');
    expect(await accessibilityViolations(zone)).toEqual([]);
  });

  it('offers files and folders by button', async () => {
    const zone = await mount(document.createElement('passim-drop-zone'));
    expect(button(zone, 'Choose files')).toBeDefined();
    expect(find<HTMLInputElement>(zone, '#folder').hasAttribute('webkitdirectory')).toBe(true);
  });
});
