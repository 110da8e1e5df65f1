/** Files were dropped or chosen. */
export class FilesChosenEvent extends Event {
  static readonly type = 'passim-files-chosen';

  constructor(readonly files: readonly File[]) {
    super(FilesChosenEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-files-chosen': FilesChosenEvent;
  }
}
