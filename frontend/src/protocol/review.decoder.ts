import { alternative } from './answer.decoder';
import { arrayOf, boolean, nullable, number, object, oneOf, string } from './decode';
import type {
  Dataset,
  DatasetParagraph,
  Resolution,
  Review,
  ReviewComment,
  ReviewPage,
} from './review';

export const review = object<Review>({
  id: string,
  question: string,
  status: oneOf('open', 'resolved'),
  asked: number,
  downRated: number,
  lastAskedAt: string,
  collectionIds: arrayOf(string),
  answerId: string,
  outcome: oneOf('unsure', 'not_found', 'answered', 'curated'),
  reason: nullable(string),
  candidate: nullable(alternative),
  comments: arrayOf(
    object<ReviewComment>({
      reason: nullable(string),
      expected: nullable(string),
      givenAt: string,
    }),
  ),
  resolution: nullable(
    object<Resolution>({
      kind: oneOf('curated', 'gap', 'case', 'dismissed'),
      note: nullable(string),
      curatedId: nullable(string),
      resolvedAt: string,
    }),
  ),
});

export const reviewPage = object<ReviewPage>({ items: arrayOf(review), next: nullable(string) });

export const dataset = object<Dataset>({
  version: string,
  data: arrayOf(
    object<Dataset['data'][number]>({
      title: string,
      paragraphs: arrayOf(
        object<DatasetParagraph>({
          context: string,
          qas: arrayOf(
            object<DatasetParagraph['qas'][number]>({
              id: string,
              question: string,
              is_impossible: boolean,
              answers: arrayOf(object({ text: string, answer_start: number })),
            }),
          ),
        }),
      ),
    }),
  ),
});
