import type { CuratedAnswer, CuratedPlace } from './curated';
import { arrayOf, boolean, nullable, number, object, oneOf, string } from './decode';

export const curatedAnswer = object<CuratedAnswer>({
  id: string,
  revision: number,
  question: string,
  paraphrases: arrayOf(string),
  collectionIds: arrayOf(string),
  text: nullable(string),
  citation: nullable(
    object<CuratedPlace>({
      documentId: string,
      filename: nullable(string),
      title: nullable(string),
      start: number,
      end: number,
      link: string,
      supersededBy: nullable(string),
    }),
  ),
  state: oneOf('current', 'superseded', 'deleted', 'changed', 'no_collection'),
  stale: boolean,
  createdAt: string,
  updatedAt: string,
});
