/**
 * How many characters of the blocks' text stand before a point in the page, whichever elements divide them.
 *
 * @param blocks hold the text, in order; what stands between them does not count
 */
export function textOffset(blocks: readonly Element[], node: Node, offset: number): number {
  const point = document.createRange();
  point.setStart(node, offset);
  point.collapse(true);
  let before = 0;
  for (const text of blocks.flatMap(textsIn)) {
    if (text === node) {
      return before + offset;
    }
    if (point.comparePoint(text, 0) >= 0) {
      return before;
    }
    before += text.length;
  }
  return before;
}

/** What is selected within a shadow root, as far as the browser tells; null if nothing is. */
export function selectedRange(root: ShadowRoot): AbstractRange | null {
  const selection = document.getSelection();
  const range =
    selection === null || selection.rangeCount === 0
      ? undefined
      : 'getComposedRanges' in selection
        ? selection.getComposedRanges({ shadowRoots: rootsAround(root) })[0]
        : (selection as Selection).getRangeAt(0);
  return range === undefined ||
    range.collapsed ||
    !root.contains(range.startContainer) ||
    !root.contains(range.endContainer)
    ? null
    : range;
}

function textsIn(block: Element): readonly Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode() !== null) {
    found.push(walker.currentNode as Text);
  }
  return found;
}

/** A selection is told in terms of the outermost root that is not named. */
function rootsAround(root: ShadowRoot): ShadowRoot[] {
  const outer = root.host.getRootNode();
  return outer instanceof ShadowRoot ? [root, ...rootsAround(outer)] : [root];
}
