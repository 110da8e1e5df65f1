import type { PageWord } from '../../state';

/** A word as it is laid over a page, in parts of the page's width and height. */
export interface LaidWord {
  /** With the space behind it if the next word follows at once. */
  readonly text: string;
  /** Of its upper left corner. */
  readonly left: number;
  readonly top: number;
  /** Up to the next word if that follows at once, so that marks and selections have no gaps. */
  readonly width: number;
  /** That of its line. */
  readonly height: number;
  /** Clockwise, in degrees: scans are seldom quite straight. */
  readonly angle: number;
  /** Nothing follows at once: its line ends, or there is a gap as between columns. */
  readonly last: boolean;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words nearer to one another say little about how far a page is turned. */
const farApart = 0.2;
/** Of a page that was laid straight into the scanner; steeper lines are no lines of text. */
const leastSlope = 0.002;
const mostSlope = 0.2;
/** Higher than so many times the middle one of its line, a word is a rule or an initial. */
const tooHigh = 1.8;
/** Of the line's height, above and below: letters should not touch the edge of their mark. */
const lead = 0.12;
/** Of the line's height: the widest space between words. */
const widestSpace = 1.5;

/** Puts the words of a scan where they stand: those of a line between the same edges, along its slope. */
export function layOut(words: readonly PageWord[], page: Size): readonly LaidWord[] {
  const lines = linesOf(words);
  const slope = slopeOf(lines, page);
  return lines.flatMap((line) => layLine(line, slope, page));
}

/**
 * Lays words over a page, for the eye invisible.
 *
 * @param layer - In the place of the page, within the document.
 * @returns Their elements.
 */
export function layWords(layer: HTMLElement, words: readonly LaidWord[]): readonly HTMLElement[] {
  layer.classList.add('recognised');
  const { width, height } = layer.getBoundingClientRect();
  const scale = Number(getComputedStyle(layer).getPropertyValue('--total-scale-factor')) || 1;
  const spans = words.map((word) => {
    const span = document.createElement('span');
    span.setAttribute('role', 'presentation');
    span.textContent = word.text;
    span.style.left = `${100 * word.left}%`;
    span.style.top = `${100 * word.top}%`;
    span.style.setProperty('--font-height', `${(word.height * height) / scale}px`);
    layer.append(span, ...(word.last ? [lineBreak()] : []));
    return span;
  });
  // All are measured before any is changed, so that the browser lays them out once.
  const measured = spans.map((span) => span.getBoundingClientRect().width);
  words.forEach((word, index) => {
    const natural = measured[index] ?? 0;
    const style = spans[index]?.style;
    if (natural > 0) {
      style?.setProperty('--scale-x', String((word.width * width) / natural));
    }
    if (word.angle !== 0) {
      style?.setProperty('--rotate', `${word.angle}deg`);
    }
  });
  return spans;
}

function lineBreak(): Element {
  const element = document.createElement('br');
  element.setAttribute('role', 'presentation');
  return element;
}

function linesOf(words: readonly PageWord[]): readonly (readonly PageWord[])[] {
  const lines = new Map<number, PageWord[]>();
  for (const word of words) {
    const line = lines.get(word.line) ?? [];
    line.push(word);
    lines.set(word.line, line);
  }
  return [...lines.values()];
}

function layLine(
  line: readonly PageWord[],
  slope: number,
  page: Size,
): readonly LaidWord[] {
  const boxes = line.map((word) => boxOf(word, page));
  const middle = median(boxes.map(({ top, bottom }) => bottom - top));
  const usual = boxes.filter(({ top, bottom }) => bottom - top <= middle * tooHigh);
  const top = Math.min(...usual.map((box) => upperEdge(box, slope)));
  const bottom = Math.max(...usual.map((box) => lowerEdge(box, slope)));
  const padding = (bottom - top) * lead;
  const height = bottom - top + 2 * padding;
  return line.map(({ text }, index) => {
    const { left, right } = boxes[index] ?? { left: 0, right: 0 };
    const next = boxes[index + 1]?.left ?? Infinity;
    const last = next <= left || next - right > widestSpace * height;
    return {
      text: last ? text : `${text} `,
      left: left / page.width,
      top: (top - padding + slope * left) / page.height,
      width: ((last ? right : next) - left) / page.width,
      height: height / page.height,
      angle: (Math.atan(slope) * 180) / Math.PI,
      last,
    };
  });
}

function boxOf({ left, top, width, height }: PageWord, page: Size): Box {
  return {
    left: left * page.width,
    right: (left + width) * page.width,
    top: top * page.height,
    bottom: (top + height) * page.height,
  };
}

/** Where the edge of a sloping line that touches the box meets the left edge of the page. */
function upperEdge({ left, right, top }: Box, slope: number): number {
  return top - slope * (slope > 0 ? left : right);
}

function lowerEdge({ left, right, bottom }: Box, slope: number): number {
  return bottom - slope * (slope > 0 ? right : left);
}

/** How far lines sink on their way: the middle of what pairs of words in one line say. */
function slopeOf(lines: readonly (readonly PageWord[])[], page: Size): number {
  const slopes: number[] = [];
  for (const line of lines) {
    const boxes = line.map((word) => boxOf(word, page));
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) {
        const across = (b.left + b.right - a.left - a.right) / 2;
        if (across > farApart * page.width) {
          slopes.push((b.bottom - a.bottom) / across);
        }
      }
    });
  }
  const slope = median(slopes);
  return Math.abs(slope) < leastSlope || Math.abs(slope) > mostSlope ? 0 : slope;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
