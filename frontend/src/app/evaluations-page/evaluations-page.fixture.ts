import { comparisonOf, evaluationOf, questionOf } from '../../protocol/evaluation.fixture';
import { goldenText } from '../../protocol/golden.fixture';
import { FakeServer } from '../page.fixture';

export const path = '/api/v1/evaluations';

/** Two evaluations, of which the first has 120 questions. */
export function evaluationServer(): FakeServer {
  const questions = Array.from({ length: 120 }, (_, n) =>
    questionOf({ id: `q${n}`, ...(n % 10 === 3 ? { cause: 'held_back', predicted: '', f1: 0 } : {}) }),
  );
  return new FakeServer(
    {
      'GET /api/v1/collections': [JSON.parse(goldenText('collection'))],
      [`GET ${path}`]: [evaluationOf(), evaluationOf({ id: 'e_2', name: 'February' })],
      [`GET ${path}/e_1`]: evaluationOf(),
      [`GET ${path}/e_1/questions`]: questions,
      [`GET ${path}/e_1/comparison`]: comparisonOf(),
      [`DELETE ${path}/e_1`]: null,
    },
    'evaluation_not_found',
  );
}
