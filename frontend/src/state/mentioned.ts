import type { Answer } from '../protocol';

/** Every document that an answer points at, once. */
export function mentionedDocuments(answer: Answer): readonly string[] {
  const ids = [
    ...(answer.citation === null ? [] : [answer.citation.documentId]),
    ...answer.alternatives.map((alternative) => alternative.citation.documentId),
    ...answer.corroboration.map((place) => place.documentId),
    ...answer.passages.map((passage) => passage.documentId),
  ];
  return [...new Set(ids)];
}
