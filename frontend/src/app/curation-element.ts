import { PassimElement } from '../components';
import { problemOf } from '../connection';
import { curationProblem, type CurationTerms, curationTerms } from '../i18n/curation';

/** A component of the pages of curated answers and reviews. */
export abstract class CurationElement extends PassimElement {
  protected get words(): CurationTerms {
    return curationTerms(this.terms);
  }

  /** What went wrong, in words. */
  protected problemText(error: unknown): string {
    const { code, message } = problemOf(error);
    return curationProblem(this.terms, code, message);
  }
}
