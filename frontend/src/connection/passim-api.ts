import {
  arrayOf,
  collection,
  type Collection,
  conversation,
  type Conversation,
  type Decoder,
  type DocumentChange,
  documentRecord,
  type DocumentRecord,
  documentText,
  type DocumentText,
  ingestQueue,
  type IngestQueue,
  parseJson,
  problem,
  tagCount,
  type TagCount,
} from '../protocol';
import { ProblemError } from './problem-error';
import { apiUrl } from './urls';

/** The REST half of the contract. Every failure is a {@link ProblemError}. */
export class PassimApi {
  constructor(
    readonly base: URL,
    private readonly token?: string,
  ) {}

  collections(): Promise<readonly Collection[]> {
    return this.#json('GET', 'collections', arrayOf(collection));
  }

  createCollection(name: string, language?: string): Promise<Collection> {
    const body = { name, ...(language === undefined ? {} : { language }) };
    return this.#json('POST', 'collections', collection, body);
  }

  deleteCollection(id: string): Promise<void> {
    return this.#delete(`collections/${encodeURIComponent(id)}`);
  }

  documents(collectionId: string): Promise<readonly DocumentRecord[]> {
    return this.#json(
      'GET',
      `collections/${encodeURIComponent(collectionId)}/documents`,
      arrayOf(documentRecord),
    );
  }

  document(id: string): Promise<DocumentRecord> {
    return this.#json('GET', `documents/${encodeURIComponent(id)}`, documentRecord);
  }

  documentText(id: string): Promise<DocumentText> {
    return this.#json('GET', `documents/${encodeURIComponent(id)}/text`, documentText);
  }

  deleteDocument(id: string): Promise<void> {
    return this.#delete(`documents/${encodeURIComponent(id)}`);
  }

  updateDocument(id: string, change: DocumentChange): Promise<DocumentRecord> {
    return this.#json('PATCH', `documents/${encodeURIComponent(id)}`, documentRecord, change);
  }

  /** Reads the original again. The document that is now queued, which is another one if this was ready. */
  ingest(id: string): Promise<DocumentRecord> {
    return this.#json('POST', `documents/${encodeURIComponent(id)}/ingest`, documentRecord);
  }

  cancelIngest(id: string): Promise<DocumentRecord> {
    return this.#json('DELETE', `documents/${encodeURIComponent(id)}/ingest`, documentRecord);
  }

  /** Most used first. */
  tags(collectionId: string): Promise<readonly TagCount[]> {
    return this.#json(
      'GET',
      `collections/${encodeURIComponent(collectionId)}/tags`,
      arrayOf(tagCount),
    );
  }

  ingestQueue(): Promise<IngestQueue> {
    return this.#json('GET', 'ingest', ingestQueue);
  }

  conversations(): Promise<readonly Conversation[]> {
    return this.#json('GET', 'conversations', arrayOf(conversation));
  }

  conversation(id: string): Promise<Conversation> {
    return this.#json('GET', `conversations/${encodeURIComponent(id)}`, conversation);
  }

  deleteConversation(id: string): Promise<void> {
    return this.#delete(`conversations/${encodeURIComponent(id)}`);
  }

  /** The bytes of a document as they were uploaded, for reading by ourselves. */
  async original(documentId: string): Promise<ArrayBuffer> {
    const path = `documents/${encodeURIComponent(documentId)}/content`;
    try {
      return await (await this.#request('GET', path)).arrayBuffer();
    } catch (error) {
      throw error instanceof ProblemError ? error : new ProblemError('network', 0, '');
    }
  }

  originalUrl(documentId: string): URL {
    return apiUrl(this.base, `documents/${encodeURIComponent(documentId)}/content`);
  }

  exportUrl(conversationId: string, format: 'markdown' | 'json'): URL {
    return apiUrl(
      this.base,
      `conversations/${encodeURIComponent(conversationId)}/export?format=${format}`,
    );
  }

  async #json<T>(method: string, path: string, decoder: Decoder<T>, body?: unknown): Promise<T> {
    const response = await this.#request(method, path, body);
    const parsed = parseJson(await response.text(), decoder);
    if (!parsed.ok) {
      throw new ProblemError('response_invalid', response.status, parsed.error);
    }
    return parsed.value;
  }

  async #delete(path: string): Promise<void> {
    await this.#request('DELETE', path);
  }

  async #request(method: string, path: string, body?: unknown): Promise<Response> {
    const init: RequestInit = { method, headers: this.#headers(body !== undefined) };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
    }
    let response: Response;
    try {
      response = await fetch(apiUrl(this.base, path), init);
    } catch {
      throw new ProblemError('network', 0, '');
    }
    if (!response.ok) {
      throw toProblem(response.status, await response.text());
    }
    return response;
  }

  #headers(withBody: boolean): Record<string, string> {
    return {
      Accept: 'application/json',
      ...(withBody ? { 'Content-Type': 'application/json' } : {}),
      ...(this.token === undefined ? {} : { Authorization: `Bearer ${this.token}` }),
    };
  }
}

export function toProblem(status: number, body: string): ProblemError {
  const parsed = parseJson(body, problem);
  return parsed.ok
    ? new ProblemError(parsed.value.code, status, parsed.value.detail ?? parsed.value.title ?? '')
    : new ProblemError(`http_${status}`, status, '');
}
