/** A file, and the path of the folder it came from if it came from one. */
export interface ChosenFile {
  readonly file: File;
  readonly folder: string | null;
}

/** Files were dropped or picked. */
export class FilesChosenEvent extends Event {
  static readonly type = 'passim-files-chosen';

  constructor(readonly files: readonly ChosenFile[]) {
    super(FilesChosenEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-files-chosen': FilesChosenEvent;
  }
}
