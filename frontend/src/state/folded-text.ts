/**
 * A text reduced to what two renderings of the same words have in common: no case, no accents, no ligatures, no
 * typographic quotation marks; and the way back to the text it was made of.
 */
export interface FoldedText {
  readonly source: string;
  readonly text: string;
  /** For each unit of `text`, where the character that it stands for begins in `source`. */
  readonly at: Uint32Array;
}

export type Folding =
  /** White space becomes one space: for words as a person types them. */
  | 'spaced'
  /** White space and hyphens vanish: for words as a typesetter sets them. */
  | 'solid';

const spelled: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  œ: 'oe',
  Œ: 'oe',
  æ: 'ae',
  Æ: 'ae',
  ß: 'ss',
  '−': '-',
  '‐': '-',
  '‑': '-',
};
const blank = /\s/u;
/** Marks that stand on a letter, and characters that show nothing. */
const invisible = /[\p{M}\p{Cf}\p{Cc}]/gu;
const mark = /\p{M}/u;
const dash = /[\p{Pd}−]/u;

export function fold(source: string, folding: Folding): FoldedText {
  const parts: string[] = [];
  let at = new Uint32Array(source.length + 16);
  let length = 0;
  let last = ' ';
  for (let from = 0; from < source.length; ) {
    const char = characterAt(source, from);
    const folded = foldCharacter(char, folding);
    if (folded !== '' && !(folded === ' ' && last === ' ')) {
      if (length + folded.length > at.length) {
        at = grown(at, length + folded.length);
      }
      at.fill(from, length, length + folded.length);
      length += folded.length;
      parts.push(folded);
      last = folded;
    }
    from += char.length;
  }
  return { source, text: parts.join(''), at: at.subarray(0, length) };
}

/** Where the folded range [start, end) lies in the source, with the marks that stand on its last letter. */
export function unfold({ source, at }: FoldedText, start: number, end: number): [number, number] {
  const from = at[start] ?? source.length;
  const last = at[end - 1] ?? from;
  let to = last + characterAt(source, last).length;
  while (to < source.length && mark.test(characterAt(source, to))) {
    to += characterAt(source, to).length;
  }
  return [from, to];
}

/** The first folded unit that stands for something at or after an offset of the source. */
export function foldedOffset({ at }: FoldedText, offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function foldCharacter(char: string, folding: Folding): string {
  if (blank.test(char)) {
    return folding === 'spaced' ? ' ' : '';
  }
  if (folding === 'solid' && dash.test(char)) {
    return '';
  }
  const plain = char <= '\u007f';
  const known = Object.hasOwn(spelled, char) ? spelled[char] : undefined;
  const decomposed = known ?? (plain ? char : char.normalize('NFKD'));
  return decomposed.replace(invisible, '').replace(/\s+/gu, '').toLowerCase();
}

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

function grown(array: Uint32Array<ArrayBuffer>, atLeast: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(array.length * 2, atLeast));
  larger.set(array);
  return larger;
}
