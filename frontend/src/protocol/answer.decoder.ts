import type {
  Alternative,
  AnswerItem,
  Answer,
  AnswerPassage,
  Citation,
  Corroboration,
  Curation,
  Explanation,
  Provenance,
  QuotedSpan,
  RetrievalEvidence,
  Timings,
  Turn,
} from './answer';
import {
  arrayOf,
  boolean,
  type Decoder,
  nullable,
  number,
  object,
  oneOf,
  optional,
  recordOf,
  string,
} from './decode';

/** Formats without pages have none; some servers say 0. */
const pageNumber: Decoder<number | null> = (value, path) => {
  const page = nullable(number)(value, path);
  return page === 0 ? null : page;
};

const quotedSpan = object<QuotedSpan>({ start: number, end: number, text: string });

const citation = object<Citation>({
  documentId: string,
  filename: string,
  title: string,
  page: pageNumber,
  start: number,
  end: number,
  sentence: nullable(quotedSpan),
  heading: arrayOf(string),
  link: string,
  state: oneOf('current', 'superseded', 'deleted'),
  supersededBy: nullable(string),
  pageLabel: nullable(string),
  date: nullable(string),
  uploadedAt: nullable(string),
  language: nullable(string),
});

const corroboration = object<Corroboration>({
  documentId: string,
  page: pageNumber,
  start: number,
  end: number,
});

const item = object<AnswerItem>({ text: string, citation });

export const alternative = object<Alternative>({
  text: nullable(string),
  confidence: number,
  citation,
  disagrees: optional(boolean),
});

export const passage = object<AnswerPassage>({
  documentId: string,
  title: optional(string),
  page: pageNumber,
  start: number,
  end: number,
  text: string,
  language: nullable(string),
});

export const retrieval = object<RetrievalEvidence>({
  passage: number,
  rank: number,
  score: number,
  lexical: nullable(number),
  dense: nullable(number),
  terms: arrayOf(object({ term: string, weight: number })),
});

const explanation = object<Explanation>({
  followUp: object<Explanation['followUp']>({
    detected: boolean,
    carried: arrayOf(string),
    candidates: arrayOf(string),
  }),
  retrieval: arrayOf(retrieval),
  reading: nullable(
    object<NonNullable<Explanation['reading']>>({
      passagesRead: number,
      startLogit: nullable(number),
      endLogit: nullable(number),
      nullLogit: nullable(number),
      questionTokens: arrayOf(object({ token: string, weight: number })),
    }),
  ),
  calibration: nullable(
    object<NonNullable<Explanation['calibration']>>({
      features: recordOf(number),
      threshold: number,
    }),
  ),
});

export const provenance = object<Provenance>({
  reader: nullable(string),
  readerSha256: nullable(string),
  encoder: nullable(string),
  indexGeneration: nullable(number),
  configuration: optional(string),
  calibration: optional(string),
});

const timings = object<Timings>({
  understandMs: number,
  retrieveMs: number,
  readMs: number,
  rankMs: nullable(number),
  curateMs: nullable(number),
  totalMs: number,
});

const curation = object<Curation>({
  id: string,
  revision: number,
  question: string,
  similarity: number,
});

export const answer = object<Answer>({
  id: string,
  conversationId: nullable(string),
  question: string,
  standaloneQuestion: nullable(string),
  status: oneOf('answered', 'unsure', 'not_found'),
  reason: nullable(string),
  text: nullable(string),
  confidence: number,
  citation: nullable(citation),
  items: optional(arrayOf(item)),
  itemsContinue: optional(boolean),
  corroboration: arrayOf(corroboration),
  disagreement: boolean,
  alternatives: arrayOf(alternative),
  passages: arrayOf(passage),
  explanation: nullable(explanation),
  provenance: nullable(provenance),
  timings: nullable(timings),
  curated: nullable(curation),
  kept: optional(boolean),
});

export const turn = object<Turn>({ question: string, answer });
