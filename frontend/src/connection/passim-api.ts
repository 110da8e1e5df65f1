import {
  arrayOf,
  collection,
  type Collection,
  type CollectionChange,
  conversation,
  type Conversation,
  type DocumentChange,
  documentRecord,
  type DocumentRecord,
  documentText,
  type DocumentText,
  type Filters,
  ingestQueue,
  type IngestQueue,
  pageWords,
  type PageWords,
  searchResult,
  type SearchResult,
  tagCount,
  type TagCount,
} from '../protocol';
import { ProblemError } from './problem-error';
import { RestClient } from './rest-client';
import { apiUrl } from './urls';

export interface SearchRequest {
  readonly query: string;
  readonly collectionIds?: readonly string[];
  readonly limit?: number;
  readonly filters?: Filters;
}

/** The REST half of the contract. Every failure is a {@link ProblemError}. */
export class PassimApi {
  readonly rest: RestClient;

  constructor(
    readonly base: URL,
    token?: string,
  ) {
    this.rest = new RestClient(base, token);
  }

  collections(): Promise<readonly Collection[]> {
    return this.rest.json('GET', 'collections', arrayOf(collection));
  }

  createCollection(name: string, language?: string): Promise<Collection> {
    const body = { name, ...(language === undefined ? {} : { language }) };
    return this.rest.json('POST', 'collections', collection, body);
  }

  updateCollection(id: string, change: CollectionChange): Promise<Collection> {
    return this.rest.json('PATCH', `collections/${encodeURIComponent(id)}`, collection, change);
  }

  deleteCollection(id: string): Promise<void> {
    return this.rest.remove(`collections/${encodeURIComponent(id)}`);
  }

  documents(collectionId: string): Promise<readonly DocumentRecord[]> {
    return this.rest.json(
      'GET',
      `collections/${encodeURIComponent(collectionId)}/documents`,
      arrayOf(documentRecord),
    );
  }

  document(id: string): Promise<DocumentRecord> {
    return this.rest.json('GET', `documents/${encodeURIComponent(id)}`, documentRecord);
  }

  documentText(id: string): Promise<DocumentText> {
    return this.rest.json('GET', `documents/${encodeURIComponent(id)}/text`, documentText);
  }

  /** Where the words stand on a page that text recognition has read; none on one with a text of its own. */
  pageWords(documentId: string, page: number): Promise<PageWords> {
    const path = `documents/${encodeURIComponent(documentId)}/pages/${page}/words`;
    return this.rest.json('GET', path, pageWords);
  }

  deleteDocument(id: string): Promise<void> {
    return this.rest.remove(`documents/${encodeURIComponent(id)}`);
  }

  updateDocument(id: string, change: DocumentChange): Promise<DocumentRecord> {
    return this.rest.json('PATCH', `documents/${encodeURIComponent(id)}`, documentRecord, change);
  }

  /** Reads the original again. The document that is now queued, which is another one if this was ready. */
  ingest(id: string): Promise<DocumentRecord> {
    return this.rest.json('POST', `documents/${encodeURIComponent(id)}/ingest`, documentRecord);
  }

  cancelIngest(id: string): Promise<DocumentRecord> {
    return this.rest.json('DELETE', `documents/${encodeURIComponent(id)}/ingest`, documentRecord);
  }

  /** Most used first. */
  tags(collectionId: string): Promise<readonly TagCount[]> {
    return this.rest.json(
      'GET',
      `collections/${encodeURIComponent(collectionId)}/tags`,
      arrayOf(tagCount),
    );
  }

  ingestQueue(): Promise<IngestQueue> {
    return this.rest.json('GET', 'ingest', ingestQueue);
  }

  /**
   * The newest first, 200 at a time.
   *
   * @param before - The id of the last one of those that came before; without it the newest.
   */
  conversations(before?: string): Promise<readonly Conversation[]> {
    const query = before === undefined ? '' : `?before=${encodeURIComponent(before)}`;
    return this.rest.json('GET', `conversations${query}`, arrayOf(conversation));
  }

  conversation(id: string): Promise<Conversation> {
    return this.rest.json('GET', `conversations/${encodeURIComponent(id)}`, conversation);
  }

  deleteConversation(id: string): Promise<void> {
    return this.rest.remove(`conversations/${encodeURIComponent(id)}`);
  }

  /** Retrieval alone: ranked passages with the parts of their scores. */
  search(wanted: SearchRequest): Promise<SearchResult> {
    return this.rest.json('POST', 'search', searchResult, wanted);
  }

  /** The bytes of a document as they were uploaded, for reading by ourselves. */
  async original(documentId: string): Promise<ArrayBuffer> {
    const path = `documents/${encodeURIComponent(documentId)}/content`;
    try {
      return await (await this.rest.request('GET', path)).arrayBuffer();
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
}
