import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { PageWord } from '../../state';
import { type LaidWord, layOut } from './recognised-words';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** The words of a page. */
export interface PageText {
  /** As they follow one another in the document's text: those that were recognised, then those that it draws. */
  readonly strings: readonly string[];
  /** Of a scan, those that text recognition has read; none else. */
  readonly words: readonly LaidWord[];
  /** What it draws: all words of most pages, of a scan a stamp or the number of a page if anything. */
  readonly content: TextContent;
}

/** Fonts, character maps and decoders that pdf.js asks for by name; see vite.config.ts. */
const data = new URL('/pdfjs/', location.href).href;

const textOptions = { includeMarkedContent: false, disableNormalization: true };

/** More are not to be laid out in one page of a browser. */
const pagesAtMost = 20_000;
/** Pictures of more pixels are left out rather than decoded. */
const pixelsAtMost = 100_000_000;

/** A PDF that has been opened. */
export class PdfFile {
  readonly #recognised = new Map<number, Promise<readonly PageWord[]>>();

  /** @param recognise - Finds the words that text recognition has read on a page; none if it is no scan. */
  constructor(
    private readonly document: PDFDocumentProxy,
    private readonly recognise: (page: number) => Promise<readonly PageWord[]>,
  ) {}

  get numPages(): number {
    return this.document.numPages;
  }

  /** A page by its number, counted from 1. */
  page(number: number): Promise<PDFPageProxy> {
    return this.document.getPage(number);
  }

  async text(number: number): Promise<PageText> {
    const page = await this.page(number);
    const [content, recognised] = await Promise.all([
      page.getTextContent(textOptions),
      this.#words(number),
    ]);
    const words = layOut(recognised, page.getViewport({ scale: 1 }));
    const drawn = content.items.flatMap((item) => ('str' in item ? [item.str] : []));
    if (words.length > 0 && drawn.every((string) => string.trim() === '')) {
      return { strings: words.map(({ text }) => text), words, content: { ...content, items: [] } };
    }
    return { strings: [...words.map(({ text }) => text), ...drawn], words, content };
  }

  /** Gives back its memory, and ends what is being done with it. */
  close(): void {
    void this.document.loadingTask.destroy();
  }

  /** Pages are shown without words where they cannot be had, and asked for again. */
  async #words(number: number): Promise<readonly PageWord[]> {
    const asked = this.#recognised.get(number) ?? this.recognise(number);
    this.#recognised.set(number, asked);
    try {
      return await asked;
    } catch {
      this.#recognised.delete(number);
      return [];
    }
  }
}

/**
 * Reads a PDF in a worker of our own origin. Nothing in the file runs: no scripts, no forms that calculate, no compiled
 * functions, and it is fetched by nobody but us.
 *
 * @param bytes - The file; taken over by the worker.
 * @param recognise - Finds the words that text recognition has read on a page; none if it is no scan.
 * @throws Error if it is no PDF that can be shown.
 */
export async function openPdf(
  bytes: ArrayBuffer,
  recognise: (page: number) => Promise<readonly PageWord[]>,
): Promise<PdfFile> {
  GlobalWorkerOptions.workerSrc = workerUrl;
  const task = getDocument({
    data: bytes,
    enableXfa: false,
    isEvalSupported: false,
    useWasm: false,
    wasmUrl: data,
    cMapUrl: `${data}cmaps/`,
    standardFontDataUrl: `${data}standard_fonts/`,
    maxImageSize: pixelsAtMost,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const file = await task.promise;
    if (file.numPages > pagesAtMost) {
      throw new Error(`${file.numPages} pages`);
    }
    await file.getPage(1);
    return new PdfFile(file, recognise);
  } catch (error) {
    await task.destroy();
    throw error;
  }
}
