import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

export type PdfFile = PDFDocumentProxy;

/** Fonts, character maps and decoders that pdf.js asks for by name; see vite.config.ts. */
const data = new URL('/pdfjs/', location.href).href;

/** More are not to be laid out in one page of a browser. */
const pagesAtMost = 20_000;
/** Pictures of more pixels are left out rather than decoded. */
const pixelsAtMost = 100_000_000;

/**
 * Reads a PDF in a worker of our own origin. Nothing in the file runs: no scripts, no forms that calculate, no compiled
 * functions, and it is fetched by nobody but us.
 *
 * @param bytes - The file; taken over by the worker.
 * @throws Error if it is no PDF that can be shown.
 */
export async function openPdf(bytes: ArrayBuffer): Promise<PdfFile> {
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
    return file;
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

/** The strings that a page is drawn with. */
export async function pageStrings(file: PdfFile, number: number): Promise<readonly string[]> {
  const page = await file.getPage(number);
  const { items } = await page.getTextContent(textOptions);
  return items.flatMap((item) => ('str' in item ? [item.str] : []));
}

/** The same wherever a page's text is asked for, so that its items have the same places. */
export const textOptions = { includeMarkedContent: false, disableNormalization: true };
