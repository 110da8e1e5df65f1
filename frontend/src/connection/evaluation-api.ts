import { arrayOf } from '../protocol';
import type { Comparison, Evaluation, Model, QuestionResult } from '../protocol/evaluation';
import {
  comparison,
  evaluation,
  model,
  questionResult,
  startedEvaluation,
} from '../protocol/evaluation.decoder';
import type { RestClient } from './rest-client';
import { apiUrl } from './urls';

export interface EvaluationRequest {
  readonly name: string;
  /** In SQuAD's format. */
  readonly dataset: File;
  /** None to ask the dataset's own contexts. */
  readonly collectionIds: readonly string[];
  /** Null for the server's. */
  readonly reader: string | null;
}

/** The evaluations of the contract, apart from the rest so that they are loaded with the pages that need them. */
export class EvaluationApi {
  constructor(private readonly rest: RestClient) {}

  /** Newest first, without what is measured by bins and groups. */
  list(): Promise<readonly Evaluation[]> {
    return this.rest.json('GET', 'evaluations', arrayOf(evaluation));
  }

  /** The readers that an evaluation can ask for, and those that cannot be used. */
  models(): Promise<readonly Model[]> {
    return this.rest.json('GET', 'models', arrayOf(model));
  }

  get(id: string): Promise<Evaluation> {
    return this.rest.json('GET', pathOf(id), evaluation);
  }

  /** The id of the evaluation that was made. */
  async start({ name, dataset, collectionIds, reader }: EvaluationRequest): Promise<string> {
    const form = new FormData();
    form.append('name', name);
    collectionIds.forEach((id) => {
      form.append('collectionIds', id);
    });
    if (reader !== null) {
      form.append('reader', reader);
    }
    form.append('dataset', dataset, dataset.name);
    return (await this.rest.json('POST', 'evaluations', startedEvaluation, form)).id;
  }

  /** In the dataset's order. */
  questions(id: string): Promise<readonly QuestionResult[]> {
    return this.rest.json('GET', `${pathOf(id)}/questions`, arrayOf(questionResult));
  }

  compare(id: string, other: string): Promise<Comparison> {
    const path = `${pathOf(id)}/comparison?with=${encodeURIComponent(other)}`;
    return this.rest.json('GET', path, comparison);
  }

  cancel(id: string): Promise<Evaluation> {
    return this.rest.json('POST', `${pathOf(id)}/cancel`, evaluation);
  }

  remove(id: string): Promise<void> {
    return this.rest.remove(pathOf(id));
  }

  csvUrl(id: string): URL {
    return apiUrl(this.rest.base, `${pathOf(id)}/questions?format=csv`);
  }

  comparisonCsvUrl(id: string, other: string): URL {
    const path = `${pathOf(id)}/comparison?with=${encodeURIComponent(other)}&format=csv`;
    return apiUrl(this.rest.base, path);
  }

  predictionsUrl(id: string): URL {
    return apiUrl(this.rest.base, `${pathOf(id)}/predictions`);
  }
}

function pathOf(id: string): string {
  return `evaluations/${encodeURIComponent(id)}`;
}
