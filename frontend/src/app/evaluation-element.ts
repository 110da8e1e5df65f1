import { PassimElement } from '../components';
import { type EvaluationTerms, evaluationTerms } from '../i18n/evaluation';

/** A component of the evaluation pages. */
export abstract class EvaluationElement extends PassimElement {
  protected get words(): EvaluationTerms {
    return evaluationTerms(this.terms);
  }
}
