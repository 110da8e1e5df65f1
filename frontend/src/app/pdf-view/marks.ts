import {
  type CharSpan,
  type ItemRange,
  type PageAlignment,
  type PageSpan,
  type ShownMatches,
} from '../../state';

export type MarkKind = 'cited' | 'match' | 'current';

export interface PageMark extends ItemRange {
  readonly kind: MarkKind;
}

/** What is to be marked on a page. What cannot be found on it is left unmarked. */
export function pageMarks(
  alignment: PageAlignment,
  page: PageSpan,
  span: CharSpan | null,
  matches: ShownMatches,
  current: number,
): readonly PageMark[] {
  const find = (whole: CharSpan, kind: MarkKind): readonly PageMark[] => {
    const start = Math.max(whole.start, page.start) - page.start;
    const end = Math.min(whole.end, page.end) - page.start;
    const ranges = start < end ? alignment.find({ start, end }) : null;
    return ranges?.map((range) => ({ ...range, kind })) ?? [];
  };
  return [
    ...(span === null ? [] : find(span, 'cited')),
    ...matches.spans.flatMap((match, index) =>
      find(match, matches.first + index === current ? 'current' : 'match'),
    ),
  ];
}

/**
 * Marks parts of the elements that lie over a page's strings; those that it marked before become plain text again. Marks
 * that stay are left alone, as the focus may be on one.
 */
export class Marker {
  #marked = new Map<number, string>();

  constructor(
    private readonly elements: readonly HTMLElement[],
    private readonly strings: readonly string[],
  ) {}

  show(marks: readonly PageMark[]): void {
    const byItem = new Map<number, PageMark[]>();
    for (const mark of marks) {
      byItem.set(mark.item, [...(byItem.get(mark.item) ?? []), mark]);
    }
    for (const item of this.#marked.keys()) {
      if (!byItem.has(item)) {
        this.elements[item]?.replaceChildren(this.strings[item] ?? '');
      }
    }
    const marked = new Map<number, string>();
    for (const [item, own] of byItem) {
      const wanted = JSON.stringify(own);
      marked.set(item, wanted);
      if (this.#marked.get(item) !== wanted) {
        this.elements[item]?.replaceChildren(...parts(this.strings[item] ?? '', own));
      }
    }
    this.#marked = marked;
  }
}

function parts(string: string, marks: readonly PageMark[]): readonly (string | Element)[] {
  const edges = new Set([0, string.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? end;
    const text = string.slice(start, end);
    const kinds = marks.filter((mark) => mark.start <= start && mark.end >= end);
    if (kinds.length === 0) {
      return text;
    }
    const element = document.createElement('mark');
    element.className = [...new Set(kinds.map(({ kind }) => kind))].join(' ');
    element.tabIndex = -1;
    element.textContent = text;
    return element;
  });
}
