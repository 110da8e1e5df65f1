import { arrayOf, documentRecord, type DocumentRecord, parseJson } from '../protocol';
import { toProblem } from './passim-api';
import { ProblemError } from './problem-error';
import { apiUrl } from './urls';

export interface Upload {
  readonly done: Promise<DocumentRecord>;
  abort(): void;
}

/** Sends one file, telling the share sent so far. `fetch` cannot tell it, hence `XMLHttpRequest`. */
export function uploadFile(
  base: URL,
  collectionId: string,
  file: File,
  onProgress: (share: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<DocumentRecord>((resolve, reject) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) {
        onProgress(event.loaded / event.total);
      }
    };
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
  request.open('POST', apiUrl(base, `collections/${encodeURIComponent(collectionId)}/documents`));
  request.setRequestHeader('Accept', 'application/json');
  const form = new FormData();
  form.append('file', file, file.name);
  request.send(form);
  return {
    done,
    abort: () => {
      request.abort();
    },
  };
}

function settle(
  request: XMLHttpRequest,
  resolve: (document: DocumentRecord) => void,
  reject: (error: ProblemError) => void,
): void {
  if (request.status < 200 || request.status > 299) {
    reject(toProblem(request.status, request.responseText));
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
