import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells an element which part of the window can be seen, as `--viewport-top` and `--viewport-height`: the keyboard of a
 * phone covers the rest, and no unit of CSS knows of it.
 */
export class ViewportController implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly element: () => HTMLElement,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.visualViewport?.addEventListener('resize', this.follow);
    window.visualViewport?.addEventListener('scroll', this.follow);
  }

  hostDisconnected(): void {
    window.visualViewport?.removeEventListener('resize', this.follow);
    window.visualViewport?.removeEventListener('scroll', this.follow);
  }

  /** Whoever has enlarged the page with two fingers looks at a part of the element, which keeps its size. */
  readonly follow = (): void => {
    const viewport = window.visualViewport ?? null;
    if (viewport !== null && viewport.scale < 1.01) {
      const { style } = this.element();
      style.setProperty('--viewport-top', `${viewport.offsetTop}px`);
      style.setProperty('--viewport-height', `${viewport.height}px`);
    }
  };
}
