import { pageInView } from '../page-watch';
import type { PdfFile } from './pdf-file';
import { PdfPage } from './pdf-page';

/** Pages this much farther than the height of the view are drawn ahead, and released beyond. */
const ahead = '120% 0px';
const settleMs = 40;

/**
 * The pages of a file in a scroller. All have their place from the start; those in sight are drawn, the nearest first,
 * one at a time, and released when they are out of sight, so that a file of a thousand pages takes no more than one of ten.
 */
export class PdfPages {
  readonly #pages: readonly PdfPage[];
  readonly #elements: readonly Element[];
  readonly #byElement: ReadonlyMap<Element, PdfPage>;
  readonly #near = new Set<PdfPage>();
  readonly #observer: IntersectionObserver;
  #scale: number;
  #drawing = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  private constructor(
    private readonly scroller: Element,
    container: Element,
    file: PdfFile,
    private readonly first: { readonly width: number; readonly height: number },
    private readonly onDrawn: (page: PdfPage) => void,
  ) {
    this.#pages = Array.from(
      { length: file.numPages },
      (_, index) => new PdfPage(file, index + 1, first),
    );
    this.#elements = this.#pages.map((page) => page.element);
    this.#byElement = new Map(this.#pages.map((page) => [page.element, page]));
    this.#scale = 1;
    container.replaceChildren(...this.#elements);
    this.#observer = new IntersectionObserver(this.#onSight, { root: scroller, rootMargin: ahead });
  }

  static async open(
    scroller: Element,
    container: Element,
    file: PdfFile,
    onDrawn: (page: PdfPage) => void,
  ): Promise<PdfPages> {
    const { width, height } = (await file.page(1)).getViewport({ scale: 1 });
    return new PdfPages(scroller, container, file, { width, height }, onDrawn);
  }

  /** CSS pixels per point. */
  get scale(): number {
    return this.#scale;
  }

  get drawn(): readonly PdfPage[] {
    return [...this.#near].filter((page) => page.scale !== null);
  }

  /** Points across the first page. */
  get width(): number {
    return this.first.width;
  }

  page(number: number): PdfPage | undefined {
    return this.#pages[number - 1];
  }

  /** Number of the page that is being read. */
  get current(): number {
    return pageInView(this.scroller, this.#elements) + 1;
  }

  /** Changes the scale; what is being read stays where it is. */
  rescale(scale: number, container: HTMLElement): void {
    const page = this.page(this.current)?.element;
    const before = page?.getBoundingClientRect();
    const line = this.scroller.getBoundingClientRect().top;
    this.#scale = scale;
    container.style.setProperty('--total-scale-factor', String(scale));
    if (page !== undefined && before !== undefined && before.height > 0) {
      const share = (line - before.top) / before.height;
      const after = page.getBoundingClientRect();
      this.scroller.scrollTop += after.top + share * after.height - line;
    }
    if (this.#near.size === 0) {
      for (const { element } of this.#pages) {
        this.#observer.observe(element);
      }
    }
    this.#drawSoon();
  }

  close(): void {
    this.#observer.disconnect();
    this.#near.clear();
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    for (const page of this.#pages) {
      page.release();
    }
  }

  readonly #onSight = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      const page = this.#byElement.get(target);
      if (page !== undefined && isIntersecting) {
        this.#near.add(page);
      } else if (page !== undefined && this.#near.delete(page)) {
        page.release();
      }
    }
    this.#drawSoon();
  };

  /** Pages that fly past are not worth drawing. */
  #drawSoon(): void {
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    this.#timer = setTimeout(() => void this.#draw(), settleMs);
  }

  async #draw(): Promise<void> {
    if (this.#drawing) {
      return;
    }
    this.#drawing = true;
    try {
      for (let page = this.#next(); page !== null; page = this.#next()) {
        const outcome = await page.draw(this.#scale, devicePixelRatio);
        if (outcome === 'released' && !this.#near.has(page)) {
          page.release();
        } else {
          this.onDrawn(page);
        }
      }
    } finally {
      this.#drawing = false;
    }
  }

  #next(): PdfPage | null {
    const current = this.current;
    const waiting = [...this.#near].filter(
      (page) => !page.failed && page.scale !== this.#scale,
    );
    return waiting.reduce<PdfPage | null>(
      (nearest, page) =>
        nearest === null || Math.abs(page.number - current) < Math.abs(nearest.number - current)
          ? page
          : nearest,
      null,
    );
  }
}
