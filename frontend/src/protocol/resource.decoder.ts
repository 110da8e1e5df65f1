import { turn } from './answer.decoder';
import {
  arrayOf,
  boolean,
  type Decoder,
  nullable,
  number,
  object,
  oneOf,
  optional,
  string,
} from './decode';
import type {
  Collection,
  Conversation,
  DeletedDocument,
  DocumentRecord,
  DocumentText,
  IngestQueue,
  PageSpan,
  PageWord,
  PageWords,
  Problem,
  TagCount,
} from './resource';

export const collection = object<Collection>({
  id: string,
  name: string,
  language: nullable(string),
  documents: number,
  passages: number,
  threshold: nullable(number),
  defaultThreshold: nullable(number),
});

export const problem = object<Problem>({
  type: optional(string),
  title: optional(string),
  status: optional(number),
  detail: optional(string),
  code: string,
});

const reason = object<{ readonly code: string; readonly detail: string | null }>({
  code: string,
  detail: nullable(string),
});

/** A server of the first version sends no tags. */
const tags: Decoder<readonly string[]> = (value, path) =>
  value === undefined || value === null ? [] : arrayOf(string)(value, path);

export const deletedDocument = object<DeletedDocument>({ id: string });

export const documentRecord = object<DocumentRecord>({
  id: string,
  collectionId: string,
  filename: string,
  title: nullable(string),
  mediaType: nullable(string),
  bytes: number,
  sha256: nullable(string),
  language: nullable(string),
  pages: nullable(number),
  pagesWithoutText: optional(number),
  passages: nullable(number),
  status: oneOf('queued', 'parsing', 'indexing', 'ready', 'failed', 'superseded'),
  progress: nullable(number),
  problem: nullable(reason),
  duplicateOf: nullable(string),
  uploadedAt: string,
  readyAt: nullable(string),
  folder: nullable(string),
  author: nullable(string),
  date: nullable(string),
  tags,
  replaces: nullable(string),
  supersededBy: nullable(string),
  startedAt: nullable(string),
});

export const tagCount = object<TagCount>({ tag: string, documents: number });

export const ingestQueue = object<IngestQueue>({
  waiting: number,
  running: number,
  bytesLeft: number,
  bytesPerSecond: nullable(number),
  pagesPerSecond: nullable(number),
  secondsLeft: nullable(number),
  restoring: boolean,
  stalled: optional(reason),
  maxFileBytes: optional(number),
});

export const documentText = object<DocumentText>({
  text: string,
  pages: arrayOf(object<PageSpan>({ number, label: optional(string), start: number, end: number, recognised: optional(boolean) })),
});

export const pageWords = object<PageWords>({
  page: number,
  words: arrayOf(
    object<PageWord>({
      text: string,
      line: number,
      left: number,
      top: number,
      width: number,
      height: number,
    }),
  ),
});

const turns: Decoder<Conversation['turns']> = (value, path) =>
  value === undefined || value === null ? [] : arrayOf(turn)(value, path);

/** A list of conversations may leave their turns out. */
export const conversation = object<Conversation>({
  id: string,
  title: nullable(string),
  startedAt: string,
  turns,
});
