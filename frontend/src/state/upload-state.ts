/** What has become of a file that somebody wants to add. */
export type UploadPhase =
  /** Not begun, or put off because the server is busy. */
  | { readonly kind: 'waiting'; readonly busy: boolean }
  | {
      readonly kind: 'sending';
      /** 0 to 1, of the bytes. */
      readonly share: number;
      /** Null until it can be told. */
      readonly bytesPerSecond: number | null;
    }
  /** All bytes have left; the server has not yet said that it keeps them. */
  | { readonly kind: 'sent' }
  /** There is a document now. A file that was refused at once is a failed document. */
  | { readonly kind: 'stored'; readonly refused: boolean }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly detail: string;
      /** Bytes that the server accepts, of a file that has more and was not sent. */
      readonly limit?: number;
    };

/** A file on its way to the server. */
export interface PendingUpload {
  readonly id: string;
  readonly collectionId: string;
  readonly filename: string;
  readonly folder: string | null;
  readonly bytes: number;
  readonly phase: UploadPhase;
}

/** In the order in which they were added. */
export type UploadsState = ReadonlyMap<string, PendingUpload>;

export type UploadAction =
  | { readonly type: 'added'; readonly upload: Omit<PendingUpload, 'phase'> }
  | { readonly type: 'moved'; readonly id: string; readonly phase: UploadPhase }
  | { readonly type: 'dismissed'; readonly id: string };

export const noUploads: UploadsState = new Map();

/** The next state after all the actions. Each costs the same, however many uploads there are. */
export function reduceUploads(
  state: UploadsState,
  actions: readonly UploadAction[],
): UploadsState {
  const next = new Map(state);
  for (const action of actions) {
    switch (action.type) {
      case 'added':
        next.set(action.upload.id, { ...action.upload, phase: { kind: 'waiting', busy: false } });
        break;
      case 'moved': {
        const upload = next.get(action.id);
        if (upload !== undefined) {
          next.set(action.id, { ...upload, phase: action.phase });
        }
        break;
      }
      case 'dismissed':
        next.delete(action.id);
        break;
    }
  }
  return next;
}

export function isSettled({ phase }: PendingUpload): boolean {
  return phase.kind === 'stored' || phase.kind === 'failed';
}

export interface UploadSummary {
  readonly total: number;
  readonly sent: number;
  /** Not sent, or refused. */
  readonly failed: number;
  /** Of those, how many can be sent again. */
  readonly retriable: number;
  /** Neither sent nor failed. */
  readonly left: number;
  /** 0 to 1, of the work. */
  readonly share: number;
  readonly workLeft: number;
}

export function summarise(uploads: Iterable<PendingUpload>): UploadSummary {
  const sum = { total: 0, sent: 0, failed: 0, retriable: 0, left: 0 };
  let work = 0;
  let workLeft = 0;
  for (const upload of uploads) {
    const { phase } = upload;
    sum.total += 1;
    sum.left += isSettled(upload) ? 0 : 1;
    sum.sent += phase.kind === 'stored' && !phase.refused ? 1 : 0;
    sum.retriable += phase.kind === 'failed' ? 1 : 0;
    sum.failed += phase.kind === 'failed' || (phase.kind === 'stored' && phase.refused) ? 1 : 0;
    work += workOf(upload);
    workLeft += isSettled(upload) ? 0 : workOf(upload) - workDone(upload);
  }
  return { ...sum, share: work === 0 ? 0 : (work - workLeft) / work, workLeft };
}

/** A request costs something beyond its bytes; without that, hundreds of small files would seem to take no time. */
const requestWork = 32_000;

/** Bytes, and what a request costs besides, counted in bytes. */
export function workOf({ bytes }: Pick<PendingUpload, 'bytes'>): number {
  return bytes + requestWork;
}

function workDone({ bytes, phase }: PendingUpload): number {
  switch (phase.kind) {
    case 'waiting':
    case 'failed':
      return 0;
    case 'sending':
      return bytes * phase.share;
    case 'sent':
    case 'stored':
      return bytes;
  }
}
