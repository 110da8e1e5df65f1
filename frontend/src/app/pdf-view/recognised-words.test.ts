import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PageAlignment, type PageWord } from '../../state';
import { Marker, pageMarks } from './marks';
import { type LaidWord, layOut, layWords } from './recognised-words';

const page = { width: 500, height: 800 };

/** A word by its box in points. */
function word(text: string, line: number, left: number, top: number, right: number, bottom: number): PageWord {
  return {
    text,
    line,
    left: left / page.width,
    top: top / page.height,
    width: (right - left) / page.width,
    height: (bottom - top) / page.height,
  };
}

/** In points again, and to a tenth of one. */
function box({ left, top, width, height }: LaidWord): readonly number[] {
  const points = [left * page.width, top * page.height, width * page.width, height * page.height];
  return points.map((value) => Math.round(value * 10) / 10);
}

const line = [
  word('crossing', 1, 50, 100, 100, 112.5),
  word('an', 1, 105, 103, 117, 110),
  word('hour', 1, 122, 100, 150, 110),
];

describe('the words of a scan', () => {
  it('share the edges of their line, and leave no gaps within it', () => {
    const laid = layOut([...line, word('next', 2, 50, 130, 80, 140)], page);
    expect(laid.map(({ text, last }) => [text, last])).toEqual([
      ['crossing ', false],
      ['an ', false],
      ['hour', true],
      ['next', true],
    ]);
    expect(laid.map(box)).toEqual([
      [50, 98.5, 55, 15.5],
      [105, 98.5, 17, 15.5],
      [122, 98.5, 28, 15.5],
      [50, 128.8, 30, 12.4],
    ]);
    expect(laid.map(({ angle }) => angle)).toEqual([0, 0, 0, 0]);
  });

  it('end before the gap between columns', () => {
    const laid = layOut([...line, word('10:30', 1, 300, 100, 340, 110)], page);
    expect(laid.map(({ last }) => last)).toEqual([false, false, true, true]);
    expect(box(laid[2] ?? ({} as LaidWord))[2]).toBe(28);
  });

  it('are not as high as a rule or an initial beside them', () => {
    const laid = layOut([...line, word('|', 1, 155, 50, 158, 300)], page);
    expect(laid.map((each) => box(each)[3])).toEqual([15.5, 15.5, 15.5, 15.5]);
  });

  it('lie as aslant as they were scanned', () => {
    const slope = 0.02;
    const aslant = [60, 160, 260, 360].map((left) => {
      const right = left + 60;
      return word('words', 1, left, 100 + slope * left, right, 110 + slope * right);
    });
    const laid = layOut(aslant, page);
    laid.forEach(({ angle }) => {
      expect(angle).toBeCloseTo((Math.atan(slope) * 180) / Math.PI, 2);
    });
    expect(laid.map((each) => box(each)[1])).toEqual([100, 102, 104, 106]);
    expect(laid.map((each) => box(each)[3])).toEqual([12.4, 12.4, 12.4, 12.4]);
  });

  it('may be none', () => {
    expect(layOut([], page)).toEqual([]);
  });
});

describe('the layer over a scan', () => {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: HTMLElement,
    ) {
      const size = this.localName === 'span' ? [10 * this.textContent.length, 12] : [1000, 1600];
      return new DOMRect(0, 0, ...size);
    });
  });

  it('stretches each word over its place, whatever the font', () => {
    const layer = document.createElement('div');
    layer.style.setProperty('--total-scale-factor', '2');
    document.body.append(layer);
    const [crossing, an, hour] = layWords(layer, layOut(line, page));
    expect(crossing?.style.left).toBe('10%');
    // 55 points at two pixels each, over nine characters of ten pixels.
    expect(Number(crossing?.style.getPropertyValue('--scale-x'))).toBeCloseTo(110 / 90);
    expect(Number(an?.style.getPropertyValue('--scale-x'))).toBeCloseTo(34 / 30);
    expect(parseFloat(hour?.style.getPropertyValue('--font-height') ?? '')).toBeCloseTo(15.5);
    expect(layer.textContent).toBe('crossing an hour');
    expect([...layer.children].map(({ localName }) => localName)).toEqual(['span', 'span', 'span', 'br']);
  });

  it('is marked as any other', () => {
    const laid = layOut([...line, word('docu-', 2, 50, 130, 80, 140), word('ment', 3, 50, 150, 80, 160)], page);
    const layer = document.createElement('div');
    document.body.append(layer);
    const strings = laid.map(({ text }) => text);
    const text = 'crossing an hour document';
    const alignment = new PageAlignment(text, strings);
    const whole = { number: 1, start: 0, end: text.length };
    new Marker(layWords(layer, laid), strings).show(
      pageMarks(alignment, whole, { start: 9, end: text.length }, { spans: [], first: 0 }, -1),
    );
    const marks = [...layer.querySelectorAll('mark.cited')].map(({ textContent }) => textContent);
    expect(marks).toEqual(['an ', 'hour', 'docu-', 'ment']);
  });
});
