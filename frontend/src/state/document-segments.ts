import type { CharSpan, DocumentText, PageSpan } from '../protocol';

export interface TextPart {
  readonly text: string;
  /** The quoted words. */
  readonly marked: boolean;
  /** Index of the match of a search that it belongs to. */
  readonly match: number | null;
}

export interface DocumentSegment {
  /** Null for text that stands on no page. */
  readonly page: number | null;
  readonly parts: readonly TextPart[];
}

/** Matches of a search, in order and apart; `first` is the index of the first of them among all. */
export interface ShownMatches {
  readonly spans: readonly CharSpan[];
  readonly first: number;
}

const noMatches: ShownMatches = { spans: [], first: 0 };

/**
 * The text by pages, with the span and the matches of a search marked. The parts in order are the text again, whatever
 * the pages say.
 */
export function segmentDocument(
  { text, pages }: DocumentText,
  span: CharSpan | null,
  matches: ShownMatches = noMatches,
): readonly DocumentSegment[] {
  const segments: DocumentSegment[] = [];
  let at = 0;
  const cut = (end: number, page: number | null): void => {
    if (end > at) {
      segments.push({ page, parts: cutParts(text, { start: at, end }, span, matches) });
      at = end;
    }
  };
  for (const page of [...pages].sort((a, b) => a.start - b.start)) {
    cut(Math.min(page.start, text.length), null);
    cut(Math.min(page.end, text.length), page.number);
  }
  cut(text.length, null);
  return joinBlank(segments);
}

/** The span if it lies within the text, else null. */
export function validSpan(text: string, start: number | null, end: number | null): CharSpan | null {
  return start !== null && end !== null && start >= 0 && start < end && end <= text.length
    ? { start, end }
    : null;
}

/** The pages that a span touches, each with its share of the span, in offsets of the text. */
export function pagesOfSpan(
  pages: readonly PageSpan[],
  span: CharSpan,
): readonly { readonly page: PageSpan; readonly part: CharSpan }[] {
  return pages.flatMap((page) => {
    const part = { start: Math.max(span.start, page.start), end: Math.min(span.end, page.end) };
    return part.start < part.end ? [{ page, part }] : [];
  });
}

/** A few hundred matches around the current one: enough to look at, and few enough to show. */
export function matchesAround(
  matches: readonly CharSpan[],
  current: number,
  reach = 250,
): ShownMatches {
  const first = Math.max(current - reach, 0);
  return { spans: matches.slice(first, Math.max(current, 0) + reach), first };
}

function cutParts(
  text: string,
  range: CharSpan,
  span: CharSpan | null,
  { spans, first }: ShownMatches,
): readonly TextPart[] {
  const within = spans
    .map((match, index) => ({ ...match, index: first + index }))
    .filter((match) => match.end > range.start && match.start < range.end);
  const edges = [range, ...(span === null ? [] : [span]), ...within].flatMap(({ start, end }) => [
    clamp(start, range),
    clamp(end, range),
  ]);
  const sorted = [...new Set(edges)].sort((a, b) => a - b);
  let next = 0;
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? end;
    while ((within[next]?.end ?? end) <= start) {
      next++;
    }
    const match = within[next];
    return {
      text: text.slice(start, end),
      marked: span !== null && start >= span.start && end <= span.end,
      match: match !== undefined && match.start <= start ? match.index : null,
    };
  });
}

function clamp(offset: number, { start, end }: CharSpan): number {
  return Math.min(Math.max(offset, start), end);
}

/** Blank text between two pages belongs to the page before it. */
function joinBlank(segments: readonly DocumentSegment[]): readonly DocumentSegment[] {
  const joined: DocumentSegment[] = [];
  for (const segment of segments) {
    const previous = joined.at(-1);
    if (
      segment.page === null &&
      previous !== undefined &&
      segment.parts.every((part) => part.text.trim() === '')
    ) {
      joined[joined.length - 1] = {
        page: previous.page,
        parts: [...previous.parts, ...segment.parts],
      };
    } else {
      joined.push(segment);
    }
  }
  return joined;
}
