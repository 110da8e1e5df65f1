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
  /** White space, hyphens and the bars between cells vanish: for words as a typesetter sets them. */
  | 'solid';

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

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
const joint = /[\p{Pd}−|]/u;
const space = 0x20;

/** Most texts are mostly of these; what they fold to is worked out once. */
const plain: Readonly<Record<Folding, readonly string[]>> = {
  spaced: Array.from({ length: 128 }, (_, code) =>
    foldCharacter(String.fromCharCode(code), 'spaced'),
  ),
  solid: Array.from({ length: 128 }, (_, code) =>
    foldCharacter(String.fromCharCode(code), 'solid'),
  ),
};

export function fold(source: string, folding: Folding): FoldedText {
  const known = plain[folding];
  let units = new Uint16Array(source.length + 16);
  let at = new Uint32Array(source.length + 16);
  let length = 0;
  for (let from = 0; from < source.length; ) {
    const code = source.charCodeAt(from);
    const char = code < 128 ? '' : characterAt(source, from);
    const folded = code < 128 ? (known[code] ?? '') : foldCharacter(char, folding);
    if (length + folded.length > at.length) {
      units = grown(units, new Uint16Array(at.length * 2 + folded.length));
      at = grown(at, new Uint32Array(at.length * 2 + folded.length));
    }
    for (let index = 0; index < folded.length; index++) {
      const unit = folded.charCodeAt(index);
      if (unit !== space || (length > 0 && units[length - 1] !== space)) {
        units[length] = unit;
        at[length] = from;
        length++;
      }
    }
    from += code < 128 ? 1 : char.length;
  }
  return { source, text: utf16.decode(units.subarray(0, length)), at: at.subarray(0, length) };
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
  if (folding === 'solid' && joint.test(char)) {
    return '';
  }
  const spelt = Object.hasOwn(spelled, char) ? spelled[char] : undefined;
  return (spelt ?? char.normalize('NFKD')).replace(invisible, '').replace(/\s+/gu, '').toLowerCase();
}

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

function grown<T extends Uint16Array | Uint32Array>(array: T, larger: T): T {
  larger.set(array);
  return larger;
}
