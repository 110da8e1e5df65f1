import {
  type CharSpan,
  type DocumentText,
  fold,
  type FoldedText,
  matchFrom,
  searchText,
} from '../../state';

/** A search in one document. The text is prepared once, by the first search. */
export class DocumentSearch {
  query = '';
  matches: readonly CharSpan[] = [];
  /** Index of the match that is shown, or -1. */
  current = -1;

  #folded: FoldedText | null = null;

  constructor(private readonly text: DocumentText) {}

  /** Looks for other words, from an offset on. */
  find(query: string, from: number): void {
    this.#folded ??= fold(this.text.text, 'spaced');
    const at = this.matches[this.current]?.start ?? from;
    this.query = query;
    this.matches = searchText(this.#folded, query);
    this.current = matchFrom(this.matches, at);
  }

  step(by: 1 | -1): void {
    const { length } = this.matches;
    this.current = length === 0 ? -1 : (this.current + by + length) % length;
  }

  clear(): void {
    this.query = '';
    this.matches = [];
    this.current = -1;
  }
}
