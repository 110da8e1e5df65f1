/** The notice of a failed upload was read. */
export class UploadDismissEvent extends Event {
  static readonly type = 'passim-upload-dismiss';

  constructor(readonly id: string) {
    super(UploadDismissEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'passim-upload-dismiss': UploadDismissEvent;
  }
}
