import type { CharSpan } from '../protocol';
import { fold, foldedOffset, type FoldedText, unfold } from './folded-text';

/** Characters [start, end) of one of the strings that a page is drawn with. */
export interface ItemRange {
  readonly item: number;
  readonly start: number;
  readonly end: number;
}

/** A run of the page as it is drawn, in folded units. */
interface Piece {
  readonly at: number;
  readonly length: number;
}

/** A way to find the words in pieces. */
interface Trail {
  readonly pieces: readonly Piece[];
  readonly skipped: number;
  readonly context: number;
}

const contextReach = 64;
/** Agreement of this many characters beside the words settles which occurrence is meant. */
const contextEnough = 8;
/** Shorter runs are taken only where they are all that an item or the words have left. */
const pieceAtLeast = 4;
/** The reader's text may name things between the words that stand elsewhere on the page, such as a table's head. */
const skippedShare = 0.25;
/** The first of the words may be such a name, or a sign. */
const firstSkippedAtMost = 12;
const firstPieceLengths = [24, 12, 6, 3];
const startsTried = 16;

/**
 * Finds words of a page's text in the strings that the page is drawn with.
 *
 * The two differ: in white space, hyphens and bars between cells, ligatures and accents; the text lacks headers and footers and may put
 * columns and tables in another order. What is found is exact in its letters, or not found at all.
 */
export class PageAlignment {
  readonly #text: FoldedText;
  readonly #drawn: FoldedText;
  /** Where each item begins in the drawn text's source. */
  readonly #items: readonly number[];
  /** Folded units at which an item begins. */
  readonly #starts: readonly number[];
  readonly #boundaries: ReadonlySet<number>;

  constructor(
    text: string,
    private readonly strings: readonly string[],
  ) {
    this.#text = fold(text, 'solid');
    this.#drawn = fold(strings.join('\n'), 'solid');
    this.#items = itemOffsets(strings);
    const starts = this.#items.map((offset) => foldedOffset(this.#drawn, offset));
    this.#starts = [...new Set(starts)].filter((start) => start < this.#drawn.text.length);
    this.#boundaries = new Set([...this.#starts, this.#drawn.text.length]);
  }

  /** The parts of items that show the span of the page's text, in its order; null if they are not there. */
  find({ start, end }: CharSpan): readonly ItemRange[] | null {
    const from = foldedOffset(this.#text, start);
    const to = foldedOffset(this.#text, end);
    const words = this.#text.text.slice(from, to);
    if (words === '') {
      return null;
    }
    const whole = occurrences(this.#drawn.text, words);
    const pieces =
      whole.length > 0
        ? [{ at: this.#choose(whole, words, from), length: words.length }]
        : this.#inPieces(words, from);
    return pieces?.flatMap((piece) => this.#ranges(piece)) ?? null;
  }

  /** Of several occurrences the one in the same surroundings, else the one of the same rank. */
  #choose(found: readonly number[], words: string, from: number): number {
    const contexts = found.map((at) => this.#context(from, at, words.length));
    const best = Math.max(...contexts);
    const equals = found.filter((_, index) => contexts[index] === best);
    if (equals.length === 1 && (best >= contextEnough || found.length === 1)) {
      return equals[0] ?? 0;
    }
    const inText = occurrences(this.#text.text, words);
    const rank = Math.max(inText.indexOf(from), 0);
    if (inText.length === found.length) {
      return found[rank] ?? 0;
    }
    const place = (from / this.#text.text.length) * this.#drawn.text.length;
    return equals.reduce((a, b) => (Math.abs(b - place) < Math.abs(a - place) ? b : a));
  }

  /** How many characters agree before and after. */
  #context(from: number, at: number, length: number): number {
    return this.#contextBefore(from, at) + this.#run(at + length, from + length, contextReach);
  }

  #contextBefore(from: number, at: number): number {
    let agree = 0;
    while (
      agree < Math.min(contextReach, from, at) &&
      this.#text.text[from - agree - 1] === this.#drawn.text[at - agree - 1]
    ) {
      agree++;
    }
    return agree;
  }

  /** How many characters agree from two places on. */
  #run(at: number, from: number, limit: number): number {
    const most = Math.min(limit, this.#drawn.text.length - at, this.#text.text.length - from);
    let agree = 0;
    while (agree < most && this.#drawn.text[at + agree] === this.#text.text[from + agree]) {
      agree++;
    }
    return agree;
  }

  /** Columns and cells: the words in runs that go on at the start of another item. */
  #inPieces(words: string, from: number): readonly Piece[] | null {
    const unmatched = Math.min(firstSkippedAtMost, Math.floor(words.length * skippedShare));
    for (let skipped = 0; skipped <= unmatched; skipped++) {
      const best = this.#bestTrail(words.slice(skipped), from + skipped);
      if (best !== null) {
        return best.pieces;
      }
    }
    return null;
  }

  #bestTrail(words: string, from: number): Trail | null {
    let best: Trail | null = null;
    for (const at of this.#firstPlaces(words)) {
      const trail = this.#follow(at, from, words.length);
      if (trail !== null && (best === null || isBetter(trail, best))) {
        best = trail;
      }
    }
    return best;
  }

  #firstPlaces(words: string): readonly number[] {
    for (const length of firstPieceLengths) {
      const found = occurrences(this.#drawn.text, words.slice(0, length));
      if (found.length > 0) {
        return found.slice(0, startsTried);
      }
    }
    return this.#starts.filter((start) => this.#drawn.text[start] === words[0]).slice(0, startsTried);
  }

  #follow(at: number, from: number, length: number): Trail | null {
    const pieces: Piece[] = [];
    const end = from + length;
    let skipped = 0;
    let piece: Piece | null = this.#piece(at, from, end);
    for (let next = from; next < end; ) {
      if (piece === null) {
        skipped++;
        next++;
      } else {
        pieces.push(piece);
        next += piece.length;
      }
      if (skipped > length * skippedShare) {
        return null;
      }
      piece = next < end ? this.#nextPiece(pieces.at(-1), next, end) : null;
    }
    return pieces.length === 0
      ? null
      : { pieces, skipped, context: this.#contextBefore(from, at) };
  }

  #nextPiece(previous: Piece | undefined, from: number, end: number): Piece | null {
    const after = previous === undefined ? 0 : previous.at + previous.length;
    let best: Piece | null = null;
    for (const start of this.#starts) {
      const piece = this.#piece(start, from, end);
      if (piece !== null && (best === null || isNearer(piece, best, after))) {
        best = piece;
      }
    }
    return best;
  }

  /** The longest run at a place that ends with an item or with the words. */
  #piece(at: number, from: number, end: number): Piece | null {
    let length = this.#run(at, from, end - from);
    const whole = from + length === end;
    while (!whole && length > 0 && !this.#boundaries.has(at + length)) {
      length--;
    }
    const item = this.#boundaries.has(at) && this.#boundaries.has(at + length);
    return length === 0 || (length < pieceAtLeast && !whole && !item) ? null : { at, length };
  }

  #ranges({ at, length }: Piece): readonly ItemRange[] {
    const [from, to] = unfold(this.#drawn, at, at + length);
    const ranges: ItemRange[] = [];
    for (let item = lastAtOrBefore(this.#items, from); item < this.strings.length; item++) {
      const base = this.#items[item] ?? to;
      if (base >= to) {
        break;
      }
      const string = this.strings[item] ?? '';
      const start = Math.max(from - base, 0);
      const end = Math.min(to - base, string.length);
      if (string.slice(start, end).trim() !== '') {
        ranges.push({ item, start, end });
      }
    }
    return ranges;
  }
}

function itemOffsets(strings: readonly string[]): readonly number[] {
  let offset = 0;
  return strings.map((string) => {
    const start = offset;
    offset += string.length + 1;
    return start;
  });
}

function occurrences(text: string, words: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    found.push(at);
  }
  return found;
}

function isBetter(a: Trail, b: Trail): boolean {
  return (
    a.skipped - b.skipped || a.pieces.length - b.pieces.length || b.context - a.context
  ) < 0;
}

/** Longer runs first, then those that come next on the page. */
function isNearer(a: Piece, b: Piece, after: number): boolean {
  const distance = ({ at }: Piece): number => (at >= after ? at - after : (after - at) * 4);
  return (b.length - a.length || distance(a) - distance(b)) < 0;
}

function lastAtOrBefore(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return Math.max(low, 0);
}
