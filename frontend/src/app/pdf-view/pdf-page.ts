import { AnnotationMode, type PDFPageProxy, RenderingCancelledException, TextLayer } from 'pdfjs-dist';
import { Marker, type PageMark } from './marks';
import type { PdfFile } from './pdf-file';
import { layWords } from './recognised-words';

/** In points of 1/72 inch, as the page is turned. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export type Drawn = 'drawn' | 'released' | 'failed';

/** The least that browsers allow for a canvas. */
const pixelsAtMost = 16_000_000;

/** A page's place in the view: empty until it is drawn, and again when it is released. */
export class PdfPage {
  readonly element = document.createElement('div');
  /** The scale at which it is drawn, in CSS pixels per point; null while it is not. */
  scale: number | null = null;
  /** What it is drawn with, while it is. */
  strings: readonly string[] | null = null;
  failed = false;

  #proxy: PDFPageProxy | null = null;
  #marker: Marker | null = null;
  #cancel: (() => void) | null = null;

  constructor(
    private readonly file: PdfFile,
    readonly number: number,
    size: PageSize,
  ) {
    this.element.className = 'page';
    this.element.dataset.page = String(number);
    this.element.setAttribute('role', 'group');
    this.#resize(size);
  }

  /**
   * Draws the page and lays its text over it. What was drawn at another scale stays until then.
   *
   * @param scale - CSS pixels per point.
   * @param ratio - Device pixels per CSS pixel.
   */
  async draw(scale: number, ratio: number): Promise<Drawn> {
    const drawing = new AbortController();
    const released = (): boolean => drawing.signal.aborted;
    this.#cancel = () => {
      drawing.abort();
    };
    try {
      this.#proxy ??= await this.file.page(this.number);
      const proxy = this.#proxy;
      this.#resize(proxy.getViewport({ scale: 1 }));
      const canvas = released() ? null : await this.#canvas(proxy, scale, ratio);
      if (canvas === null || released()) {
        return 'released';
      }
      this.element.querySelector('canvas')?.remove();
      this.element.prepend(canvas);
      if (this.#marker === null) {
        await this.#layText(proxy, scale);
      }
      if (released()) {
        this.#clear();
        return 'released';
      }
      this.scale = scale;
      return 'drawn';
    } catch (error) {
      if (released() || error instanceof RenderingCancelledException) {
        return 'released';
      }
      this.failed = true;
      return 'failed';
    } finally {
      this.#cancel = null;
    }
  }

  /** Gives back the memory of a page that is out of sight. */
  release(): void {
    this.#cancel?.();
    this.#clear();
    this.#proxy?.cleanup();
    this.#proxy = null;
  }

  mark(marks: readonly PageMark[]): void {
    this.#marker?.show(marks);
  }

  async #canvas(
    proxy: PDFPageProxy,
    scale: number,
    ratio: number,
  ): Promise<HTMLCanvasElement> {
    const { width, height } = proxy.getViewport({ scale });
    const sharpness = Math.min(ratio, Math.sqrt(pixelsAtMost / (width * height)));
    const viewport = proxy.getViewport({ scale: scale * sharpness });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(Math.floor(viewport.width), 1);
    canvas.height = Math.max(Math.floor(viewport.height), 1);
    canvas.setAttribute('aria-hidden', 'true');
    const task = proxy.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
    const before = this.#cancel;
    this.#cancel = () => {
      before?.();
      task.cancel();
    };
    await task.promise;
    return canvas;
  }

  async #layText(proxy: PDFPageProxy, scale: number): Promise<void> {
    const { words, content } = await this.file.text(this.number);
    const [scanned, printed] = [textLayer(), textLayer()];
    const drawn = new TextLayer({
      textContentSource: content,
      container: printed,
      viewport: proxy.getViewport({ scale }),
    });
    await drawn.render();
    this.element.querySelectorAll('.textLayer').forEach((layer) => {
      layer.remove();
    });
    this.element.append(
      ...(words.length > 0 ? [scanned] : []),
      ...(words.length > 0 && drawn.textDivs.length === 0 ? [] : [printed]),
    );
    this.strings = [...words.map(({ text }) => text), ...drawn.textContentItemsStr];
    this.#marker = new Marker([...layWords(scanned, words), ...drawn.textDivs], this.strings);
  }

  #clear(): void {
    const canvas = this.element.querySelector('canvas');
    if (canvas !== null) {
      // Browsers keep the pixels of a canvas for a while after it has gone.
      canvas.width = 0;
      canvas.height = 0;
    }
    this.element.replaceChildren();
    this.scale = null;
    this.strings = null;
    this.#marker = null;
  }

  #resize({ width, height }: PageSize): void {
    this.element.style.setProperty('--width', `${width}px`);
    this.element.style.setProperty('--height', `${height}px`);
  }
}

function textLayer(): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'textLayer';
  return layer;
}
