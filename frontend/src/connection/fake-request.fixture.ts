/** Stands in for `XMLHttpRequest`; a test says how far it is and how it ends. */
export class FakeRequest {
  static readonly all: FakeRequest[] = [];

  readonly upload: {
    onprogress: ((event: Partial<ProgressEvent>) => void) | null;
    onload: (() => void) | null;
  } = { onprogress: null, onload: null };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  status = 0;
  responseText = '';
  url = '';
  form = new FormData();
  aborted = false;
  #headers: Record<string, string> = {};

  open(_method: string, url: URL): void {
    this.url = url.pathname;
    FakeRequest.all.push(this);
  }

  setRequestHeader(): void {
    return;
  }

  getResponseHeader(name: string): string | null {
    return this.#headers[name] ?? null;
  }

  send(form: FormData): void {
    this.form = form;
  }

  abort(): void {
    this.aborted = true;
    this.onabort?.();
  }

  progress(loaded: number, total: number): void {
    this.upload.onprogress?.({ lengthComputable: true, loaded, total });
  }

  answer(status: number, body: unknown, headers: Record<string, string> = {}): void {
    this.#headers = headers;
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.upload.onload?.();
    this.onload?.();
  }

  get filename(): string {
    return (this.form.get('file') as File).name;
  }
}
