import { describe, expect, it } from 'vitest';
import { PageAlignment } from '../../state';
import { Marker, pageMarks } from './marks';

const text = 'Before. The crossing takes 25 minutes, 25 minutes at night.';
const page = { number: 2, start: 8, end: text.length };
const strings = ['The crossing takes 25', ' ', 'minutes, 25 minutes', 'at night.'];
const alignment = new PageAlignment(text.slice(page.start, page.end), strings);
const cited = { start: text.indexOf('25'), end: text.indexOf('25') + 10 };
const second = { start: text.indexOf('25', 30), end: text.indexOf('25', 30) + 10 };

function elements(): readonly HTMLElement[] {
  return strings.map((string) => {
    const span = document.createElement('span');
    span.textContent = string;
    return span;
  });
}

function marked(spans: readonly HTMLElement[], kind: string): readonly string[] {
  return spans.flatMap((span) =>
    [...span.querySelectorAll(`mark.${kind}`)].map((mark) => mark.textContent),
  );
}

describe('marks on a page', () => {
  const whole = { spans: [cited, second], first: 6 };

  it('show the quoted words across lines, and matches beside and upon them', () => {
    const spans = elements();
    new Marker(spans, strings).show(pageMarks(alignment, page, cited, whole, 7));
    expect(marked(spans, 'cited')).toEqual(['25', 'minutes']);
    expect(marked(spans, 'match')).toEqual(['25', 'minutes']);
    expect(marked(spans, 'current')).toEqual(['25 minutes']);
    expect(spans.map((span) => span.textContent)).toEqual(strings);
  });

  it('go when they are no longer wanted', () => {
    const spans = elements();
    const marker = new Marker(spans, strings);
    marker.show(pageMarks(alignment, page, cited, whole, 6));
    marker.show([]);
    expect(spans.flatMap((span) => [...span.children])).toEqual([]);
    expect(spans.map((span) => span.textContent)).toEqual(strings);
  });

  it('stay the same elements while they are wanted, so that the focus stays', () => {
    const spans = elements();
    const marker = new Marker(spans, strings);
    const marks = pageMarks(alignment, page, cited, { spans: [], first: 0 }, -1);
    marker.show(marks);
    const [first] = spans.flatMap((span) => [...span.querySelectorAll('mark')]);
    marker.show([...marks]);
    expect(spans.flatMap((span) => [...span.querySelectorAll('mark')])[0]).toBe(first);
    marker.show(pageMarks(alignment, page, cited, whole, 7));
    expect(marked(spans, 'current')).toEqual(['25 minutes']);
    expect(marked(spans, 'cited')).toEqual(['25', 'minutes']);
  });

  it('take from a span that crosses pages the part that is theirs', () => {
    const spans = elements();
    const crossing = { start: 0, end: text.indexOf(' takes') };
    new Marker(spans, strings).show(
      pageMarks(alignment, page, crossing, { spans: [], first: 0 }, -1),
    );
    expect(marked(spans, 'cited')).toEqual(['The crossing']);
  });

  it('hold markup of a document as text', () => {
    const attack = '<img src=x onerror=alert(1)>';
    const [span] = [document.createElement('span')];
    new Marker([span], [attack]).show([{ item: 0, start: 0, end: 9, kind: 'cited' }]);
    expect(span.querySelector('img')).toBeNull();
    expect(span.textContent).toBe(attack);
  });
});
