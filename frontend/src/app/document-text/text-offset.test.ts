import { describe, expect, it } from 'vitest';
import { textOffset } from './text-offset';

function blocks(...contents: readonly (readonly string[])[]): readonly HTMLElement[] {
  document.body.replaceChildren();
  return contents.map((parts) => {
    const label = document.createElement('p');
    label.textContent = 'Page';
    const block = document.createElement('div');
    for (const part of parts) {
      const mark = document.createElement('mark');
      mark.textContent = part;
      block.append(part.startsWith('*') ? mark : part);
    }
    document.body.append(label, block);
    return block;
  });
}

describe('an offset in the text of a document', () => {
  const made = blocks(['First ', '*page'], ['second']);

  it('counts the text alone, through marks and pages', () => {
    const [first, second] = made;
    const at = (node: Node | null | undefined, offset: number): number =>
      node == null ? -1 : textOffset(made, node, offset);
    expect(at(first?.firstChild, 2)).toBe(2);
    expect(at(first?.lastChild?.firstChild, 3)).toBe(9);
    expect(at(second?.firstChild, 4)).toBe(15);
  });

  it('is found for a point between elements, such as after a whole paragraph was selected', () => {
    const [first, second] = made;
    if (first === undefined || second === undefined) {
      throw new Error('no blocks');
    }
    expect(textOffset(made, first, 1)).toBe(6);
    expect(textOffset(made, second, 0)).toBe(11);
    expect(textOffset(made, document.body, 0)).toBe(0);
    expect(textOffset(made, document.body, document.body.childNodes.length)).toBe(17);
  });
});
