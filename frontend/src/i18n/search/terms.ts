/** What the search bench says. Apart from the other terms, so that they are loaded with that page. */
export interface SearchTerms {
  readonly title: string;
  readonly intro: string;
  readonly field: string;
  readonly submit: string;
  readonly limit: string;
  readonly filtered: string;
  readonly results: string;
  readonly found: (passages: number) => string;
  /** Of how many, in the named collection or in all. */
  readonly within: (passages: number, collection: string | null) => string;
  readonly withinUnknown: (collection: string | null) => string;
  readonly took: (time: string) => string;
  readonly generation: (generation: number) => string;
  readonly noneTitle: string;
  readonly noneText: string;
  readonly failed: string;
  readonly dense: string;
  readonly denseMissing: string;
  readonly scoreHint: string;
  readonly terms: string;
  readonly noTerms: string;
  readonly notInText: string;
  readonly moreTerms: (count: number) => string;
  readonly openPassage: (rank: number, title: string) => string;
}
