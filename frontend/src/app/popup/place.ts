const gap = 4;
const edge = 8;

/** Below the anchor, or above it where there is more room, its end at the anchor's end, all within the window. */
export function placeBeside(panel: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = innerHeight - at.bottom - gap - edge;
  const above = at.top - gap - edge;
  const under = height <= below || below >= above;
  const left = Math.min(Math.max(edge, startOf(at, width)), innerWidth - width - edge);
  const top = under ? at.bottom + gap : Math.max(edge, at.top - gap - height);
  panel.style.setProperty('--left', `${left}px`);
  panel.style.setProperty('--top', `${top}px`);
  panel.style.setProperty('--room', `${Math.max(below, above)}px`);
}

/** Flush with the side of the anchor that is nearer to the edge of the window. */
function startOf(at: DOMRect, width: number): number {
  return at.left + at.width / 2 > innerWidth / 2 ? at.right - width : at.left;
}
