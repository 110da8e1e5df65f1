import {
  type PassimApi,
  ProblemError,
  problemOf,
  randomId,
  RateMeter,
  TaskQueue,
  Throttle,
  type Upload,
  uploadFile,
} from '../../connection';
import type { ChosenFile } from '../../events';
import {
  type DocumentRecord,
  isSettled,
  noUploads,
  type PendingUpload,
  reduceUploads,
  summarise,
  type UploadAction,
  type UploadsState,
  workOf,
} from '../../state';

export interface UploadsListener {
  readonly onUploads: () => void;
  readonly onStored?: (document: DocumentRecord) => void;
}

interface Job {
  readonly collectionId: string;
  readonly chosen: ChosenFile;
  readonly replaces: string | null;
  tries: number;
}

const atOnce = 3;
/** Often enough for a progress bar, seldom enough for hundreds of files. */
const tellEveryMs = 200;
const maxTriesWhenBusy = 8;
const busyPauseMs = 2_000;
/** One file may have vanished from the disk; after so many in a row it is the server that cannot be reached. */
const unreachableAfter = 3;

/** Sends files, a few at a time, for as long as the page lives, whichever of its parts is shown. */
export class Uploads {
  #state: UploadsState = noUploads;
  #actions: UploadAction[] = [];
  #unreached = 0;
  readonly #listeners = new Set<UploadsListener>();
  readonly #queue = new TaskQueue(atOnce);
  readonly #jobs = new Map<string, Job>();
  readonly #running = new Map<string, Upload>();
  readonly #rate = new RateMeter();
  #maxFileBytes = Infinity;
  readonly #tell = new Throttle(tellEveryMs, () => {
    this.#flush();
  });

  constructor(private readonly api: PassimApi) {}

  get state(): UploadsState {
    return this.#state;
  }

  /** In the units of {@link workOf}; null until it can be told. */
  get workPerSecond(): number | null {
    return this.#rate.perSecond();
  }

  /** What the server accepts, once it is known: larger files are refused here, since it would read them to the end. */
  set maxFileBytes(bytes: number) {
    this.#maxFileBytes = bytes;
  }

  /** Returns what ends it. */
  subscribe(listener: UploadsListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(collectionId: string, files: readonly ChosenFile[], replaces: string | null = null): void {
    this.#forgetStored(collectionId);
    for (const chosen of files) {
      const id = randomId();
      const { name, size } = chosen.file;
      this.#jobs.set(id, { collectionId, chosen, replaces, tries: 0 });
      this.#note({
        type: 'added',
        upload: { id, collectionId, filename: name, folder: chosen.folder, bytes: size },
      });
      this.#queue.add(() => this.#send(id));
    }
    this.#flush();
  }

  cancel(id: string): void {
    const upload = this.#running.get(id);
    this.#jobs.delete(id);
    this.#note({ type: 'dismissed', id });
    upload?.abort();
  }

  retry(id: string): void {
    const job = this.#jobs.get(id);
    if (job !== undefined) {
      job.tries = 0;
      this.#move(id, { kind: 'waiting', busy: false });
      this.#queue.add(() => this.#send(id));
    }
  }

  ofCollection(collectionId: string): readonly PendingUpload[] {
    return [...this.#state.values()].filter((upload) => upload.collectionId === collectionId);
  }

  /** A new lot is counted anew; what failed stays until somebody has seen to it. */
  #forgetStored(collectionId: string): void {
    this.#flush();
    const lot = this.ofCollection(collectionId);
    if (lot.every(isSettled)) {
      for (const { id, phase } of lot) {
        if (phase.kind === 'stored') {
          this.#note({ type: 'dismissed', id });
        }
      }
    }
  }

  async #send(id: string): Promise<void> {
    const job = this.#jobs.get(id);
    if (job === undefined || this.#running.has(id)) {
      return;
    }
    const { collectionId, chosen, replaces } = job;
    if (chosen.file.size > this.#maxFileBytes) {
      this.#move(id, { kind: 'failed', code: 'too_large', detail: '', limit: this.#maxFileBytes });
      return;
    }
    const upload = this.#begin(id, { collectionId, replaces, ...chosen });
    try {
      const document = await upload.done;
      this.#unreached = 0;
      this.#jobs.delete(id);
      this.#rate.add(workOf({ bytes: 0 }));
      this.#move(id, { kind: 'stored', refused: document.status === 'failed' });
      this.#listeners.forEach((listener) => listener.onStored?.(document));
    } catch (error) {
      this.#failed(id, job, problemOf(error));
    } finally {
      this.#running.delete(id);
    }
  }

  #begin(id: string, request: Parameters<typeof uploadFile>[1]): Upload {
    const rate = new RateMeter();
    const { size } = request.file;
    let before = 0;
    this.#move(id, { kind: 'sending', share: 0, bytesPerSecond: null });
    const upload = uploadFile(this.api.base, request, {
      onProgress: (sent, total) => {
        const share = total === 0 ? 1 : sent / total;
        const bytes = share * size;
        rate.add(bytes - before);
        this.#rate.add(bytes - before);
        before = bytes;
        this.#move(id, { kind: 'sending', share, bytesPerSecond: rate.perSecond() });
      },
      onSent: () => {
        this.#rate.add(size - before);
        before = size;
        this.#move(id, { kind: 'sent' });
      },
    });
    this.#running.set(id, upload);
    return upload;
  }

  #failed(id: string, job: Job, problem: ProblemError): void {
    const { code, message } = problem;
    if (!this.#jobs.has(id)) {
      return;
    }
    if (code === 'overloaded' && job.tries < maxTriesWhenBusy) {
      job.tries += 1;
      this.#move(id, { kind: 'waiting', busy: true });
      setTimeout(
        () => {
          this.#queue.add(() => this.#send(id));
        },
        problem.retryAfterMs ?? busyPauseMs * job.tries,
      );
      return;
    }
    this.#move(id, { kind: 'failed', code, detail: message });
    this.#unreached = code === 'network' ? this.#unreached + 1 : 0;
    if (code === 'storage_full' || this.#unreached >= unreachableAfter) {
      this.#giveUpWaiting(code, message);
    }
  }

  /** What waits would fail in the same way, one after the other. */
  #giveUpWaiting(code: string, detail: string): void {
    this.#flush();
    for (const { id, phase } of this.#state.values()) {
      if (phase.kind === 'waiting' && !this.#running.has(id)) {
        this.#move(id, { kind: 'failed', code, detail });
      }
    }
  }

  #move(id: string, phase: PendingUpload['phase']): void {
    this.#note({ type: 'moved', id, phase });
  }

  #note(action: UploadAction): void {
    this.#actions.push(action);
    this.#tell.want();
  }

  #flush(): void {
    this.#tell.cancel();
    if (this.#actions.length === 0) {
      return;
    }
    this.#state = reduceUploads(this.#state, this.#actions);
    this.#actions = [];
    this.#guardPage();
    this.#listeners.forEach((listener) => {
      listener.onUploads();
    });
  }

  /** Leaving the page would break off what is being sent; the browser asks first. */
  #guardPage(): void {
    const sending = [...this.#state.values()].some((upload) => !isSettled(upload));
    removeEventListener('beforeunload', askBeforeLeaving);
    if (sending) {
      addEventListener('beforeunload', askBeforeLeaving);
    }
  }
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Files sent and to send in all collections, as `3/12`; empty while nothing is sent. */
export function sendingOf({ state }: Uploads): string {
  const { sent, total, left } = summarise(state.values());
  return left === 0 ? '' : `${sent}/${total}`;
}
