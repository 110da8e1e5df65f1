export type UploadActionName = 'cancel' | 'retry' | 'dismiss';

/** Something should be done with an upload, or with all that it fits where no `id` is given. */
export class UploadActionEvent extends Event {
  static readonly type = 'passim-upload-action';

  constructor(
    readonly action: UploadActionName,
    readonly id: string | null,
  ) {
    super(UploadActionEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-upload-action': UploadActionEvent;
  }
}
