export { EvaluationApi, type EvaluationRequest } from './evaluation-api';
export { Poll } from './poll';
