import type { EvaluationApi } from '../connection/evaluation';
import type { EvaluationTerms } from '../i18n/evaluation';
import { type Evaluation, isMeasured } from '../state/evaluation';
import type { MenuItem } from './menu/menu.component';

/** What can be done with a run: what it measured can be taken elsewhere, and it can be deleted. */
export function runMenu(
  evaluation: Evaluation,
  api: EvaluationApi,
  words: EvaluationTerms,
): readonly MenuItem[] {
  const { id, name } = evaluation;
  const file = name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return [
    ...(isMeasured(evaluation)
      ? [
          { id: 'csv', label: words.csv, href: api.csvUrl(id).href, download: `${file}.csv` },
          {
            id: 'predictions',
            label: words.predictions,
            href: api.predictionsUrl(id).href,
            download: `${file}-predictions.json`,
          },
        ]
      : []),
    { id: 'remove', label: words.remove, danger: true },
  ];
}
