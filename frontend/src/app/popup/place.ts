const gap = 4;
const edge = 8;

/**
 * Below the anchor, or above it where only there is room, and within the window. A panel above hangs by its lower edge,
 * so that it can grow.
 */
export function placeBeside(panel: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = innerHeight - at.bottom - gap - edge;
  const above = at.top - gap - edge;
  const under = height <= below || below >= above;
  const left = Math.min(Math.max(edge, startOf(at, width)), innerWidth - width - edge);
  panel.style.setProperty('--left', `${left}px`);
  panel.style.setProperty('--top', under ? `${at.bottom + gap}px` : 'auto');
  panel.style.setProperty('--bottom', under ? 'auto' : `${innerHeight - at.top + gap}px`);
  panel.style.setProperty('--room', `${under ? below : above}px`);
}

/** From where the anchor begins, or to where it ends if the window leaves no room for that. */
function startOf(at: DOMRect, width: number): number {
  return at.left + width > innerWidth - edge ? at.right - width : at.left;
}
