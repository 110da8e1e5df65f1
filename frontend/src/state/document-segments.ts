import type { CharSpan, DocumentText } from '../protocol';

export interface TextPart {
  readonly text: string;
  readonly marked: boolean;
}

export interface DocumentSegment {
  /** Null for text that stands on no page. */
  readonly page: number | null;
  readonly parts: readonly TextPart[];
}

/** The text by pages, with the span marked. The parts in order are the text again, whatever the pages say. */
export function segmentDocument(
  { text, pages }: DocumentText,
  span: CharSpan | null,
): readonly DocumentSegment[] {
  const segments: DocumentSegment[] = [];
  let at = 0;
  const cut = (end: number, page: number | null): void => {
    if (end > at) {
      segments.push({ page, parts: markParts(text, at, end, span) });
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

function markParts(
  text: string,
  from: number,
  to: number,
  span: CharSpan | null,
): readonly TextPart[] {
  const start = span === null ? to : Math.min(Math.max(span.start, from), to);
  const end = span === null ? to : Math.min(Math.max(span.end, start), to);
  return [
    { text: text.slice(from, start), marked: false },
    { text: text.slice(start, end), marked: true },
    { text: text.slice(end, to), marked: false },
  ].filter((part) => part.text !== '');
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
