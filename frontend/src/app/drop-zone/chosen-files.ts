import type { ChosenFile } from '../../events';

export interface Gathered {
  readonly files: readonly ChosenFile[];
  /** Entries that the browser may not or cannot read. */
  readonly unreadable: number;
}

/** What systems and programs leave in folders; nobody means to add it. */
const litter = /^(?:\..*|~\$.*|thumbs\.db|desktop\.ini|__macosx)$/i;

/** The files of a picked folder, with the path that each had in it. */
export function fromFolderPicker(files: Iterable<File>): readonly ChosenFile[] {
  return [...files]
    .map((file) => ({ file, path: file.webkitRelativePath.split('/').slice(0, -1) }))
    .filter(({ file, path }) => ![...path, file.name].some((part) => litter.test(part)))
    .map(({ file, path }) => ({ file, folder: path.length === 0 ? null : path.join('/') }));
}

/**
 * The files dropped, and all that are in the folders dropped. The entries must be taken before the drop event ends,
 * which is why this is not to be called later.
 */
export async function fromDrop(transfer: DataTransfer): Promise<Gathered> {
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry());
  const found = entries.filter((entry) => entry !== null);
  if (found.length === 0) {
    return { files: [...transfer.files].map((file) => ({ file, folder: null })), unreadable: 0 };
  }
  const files: ChosenFile[] = [];
  let unreadable = 0;
  // A list to work off rather than calls within calls: a folder may be nested deeper than a stack.
  const open: { readonly entry: FileSystemEntry; readonly folder: string | null }[] = found
    .reverse()
    .map((entry) => ({ entry, folder: null }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { entry, folder } = next;
    try {
      if (folder !== null && litter.test(entry.name)) {
        continue;
      }
      if (isFile(entry)) {
        files.push({ file: await fileOf(entry), folder });
      } else if (isFolder(entry)) {
        const path = folder === null ? entry.name : `${folder}/${entry.name}`;
        const inside = await entriesOf(entry);
        open.push(...inside.reverse().map((item) => ({ entry: item, folder: path })));
      }
    } catch {
      unreadable += 1;
    }
  }
  return { files, unreadable };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** Browsers tell a hundred at a time, and an empty list at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) {
      return all;
    }
    all.push(...some);
  }
}
