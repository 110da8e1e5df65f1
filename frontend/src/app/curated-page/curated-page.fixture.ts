import { ownLike, quotedLike } from '../../protocol/curation.fixture';
import { documentLike } from '../../protocol/document.fixture';
import { goldenText } from '../../protocol/golden.fixture';
import type { Collection } from '../../state';
import { FakeServer } from '../page.fixture';

export const path = '/api/v1/curated';
export const text = 'Lunch is at noon.\n\nIn winter lunch is at “half past\neleven”. In summer at noon.';
const document1 = documentLike({ id: 'd_1', title: 'Canteen', collectionId: 'samples' });

/** One collection with a document and its copy, and two curated answers. */
export function curatedServer(): FakeServer {
  return new FakeServer(
    {
      'GET /api/v1/collections': [JSON.parse(goldenText('collection')) as Collection],
      'GET /api/v1/collections/samples/documents': [
        document1,
        documentLike({ id: 'd_2', title: 'Copy', duplicateOf: 'd_1' }),
      ],
      'GET /api/v1/documents/d_1': document1,
      'GET /api/v1/documents/d_1/text': {
        text,
        pages: [
          { number: 1, start: 0, end: 17 },
          { number: 2, start: 19, end: text.length },
        ],
      },
      [`GET ${path}`]: [ownLike(), quotedLike()],
      [`POST ${path}`]: ownLike(),
      [`DELETE ${path}/${ownLike().id}`]: null,
    },
    'document_not_found',
  );
}
