import { arrayOf, documentRecord, type DocumentRecord, parseJson } from '../protocol';
import { ProblemError } from './problem-error';
import { toProblem } from './rest-client';
import { apiUrl } from './urls';

export interface Upload {
  readonly done: Promise<DocumentRecord>;
  abort(): void;
}

export interface UploadRequest {
  readonly collectionId: string;
  readonly file: File;
  readonly folder: string | null;
  /** Id of the document whose new version the file is. */
  readonly replaces: string | null;
}

export interface UploadListener {
  /** Bytes of the request sent so far. Its frame makes them a little more than those of the file. */
  readonly onProgress: (sent: number, total: number) => void;
  /** The last byte has left; the server has yet to say that it keeps them. */
  readonly onSent: () => void;
}

/** Sends one file, telling how far it is. `fetch` cannot tell it, hence `XMLHttpRequest`. */
export function uploadFile(base: URL, upload: UploadRequest, listener: UploadListener): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<DocumentRecord>((resolve, reject) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) {
        listener.onProgress(event.loaded, event.total);
      }
    };
    request.upload.onload = listener.onSent;
    request.onload = () => {
      settle(request, resolve, reject);
    };
    request.onerror = () => {
      reject(new ProblemError('network', 0, ''));
    };
    request.onabort = () => {
      reject(new ProblemError('aborted', 0, ''));
    };
  });
  const path = `collections/${encodeURIComponent(upload.collectionId)}/documents`;
  request.open('POST', apiUrl(base, path));
  request.setRequestHeader('Accept', 'application/json');
  request.send(formOf(upload));
  return {
    done,
    abort: () => {
      request.abort();
    },
  };
}

function formOf({ file, folder, replaces }: UploadRequest): FormData {
  const form = new FormData();
  if (folder !== null) {
    form.append('folder', folder);
  }
  if (replaces !== null) {
    form.append('replaces', replaces);
  }
  form.append('file', file, file.name);
  return form;
}

function settle(
  request: XMLHttpRequest,
  resolve: (document: DocumentRecord) => void,
  reject: (error: ProblemError) => void,
): void {
  if (request.status < 200 || request.status > 299) {
    const { code, status, message } = toProblem(request.status, request.responseText);
    const retryAfter = request.getResponseHeader('Retry-After');
    reject(new ProblemError(code, status, message, retryAfterMs(retryAfter)));
    return;
  }
  const parsed = parseJson(request.responseText, arrayOf(documentRecord));
  const document = parsed.ok ? parsed.value[0] : undefined;
  if (document === undefined) {
    reject(new ProblemError('response_invalid', request.status, parsed.ok ? '' : parsed.error));
  } else {
    resolve(document);
  }
}

/** Passim sends seconds. A proxy that names a date instead is not understood. */
function retryAfterMs(header: string | null): number | null {
  return header !== null && /^\d{1,4}$/.test(header) ? Number(header) * 1000 : null;
}
