export type { ConnectionStatus } from './connection-status';
export type * from './answer';
export type * from './curated';
export type * from './evaluation';
export type * from './message';
export type * from './resource';
export type * from './review';
export type * from './search';
export { isOriginalKept, isUnderway } from './document-status';
export type { Decoder } from './decode';
export { arrayOf } from './decode';
export { answer } from './answer.decoder';
export { answerEnvelope, clientMessage, serverMessage } from './message.decoder';
export {
  collection,
  conversation,
  deletedDocument,
  documentRecord,
  documentText,
  ingestQueue,
  pageWords,
  problem,
  tagCount,
} from './resource.decoder';
export { searchResult } from './search.decoder';
export { parseJson, type Parsed } from './parse';
