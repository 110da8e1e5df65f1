/** Index of the page in a scroller that is being read, the one under a line near its top; -1 if there is none. */
export function pageInView(scroller: Element, pages: readonly Element[]): number {
  const { top, height } = scroller.getBoundingClientRect();
  const line = top + height / 3;
  let low = 0;
  let high = height === 0 ? Math.min(pages.length, 1) - 1 : pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pages[middle]?.getBoundingClientRect().top ?? Infinity) <= line) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return high < 0 ? -1 : low;
}
