import type { PassimApi } from '../../connection';
import type { DocumentRecord, PageSpan } from '../../state';
import type { PdfFile } from '../pdf-view/pdf-view';

/** Larger files would take the browser's memory; their text is shown. */
const bytesAtMost = 200_000_000;

/** Whether the original of a document has pages that can be drawn. */
export function hasPages({ mediaType, bytes }: DocumentRecord): boolean {
  return mediaType?.split(';')[0]?.trim() === 'application/pdf' && bytes <= bytesAtMost;
}

/**
 * Fetches the original of a PDF, and what draws it: no other page needs that, and it is large.
 *
 * @throws Error if there is no original, or none that can be drawn.
 */
export async function openPages(
  api: PassimApi,
  documentId: string,
  pages: readonly PageSpan[],
): Promise<PdfFile> {
  const recognised = new Set(pages.flatMap((page) => (page.recognised === true ? [page.number] : [])));
  const bytes = api.original(documentId);
  const drawing = import('../pdf-view/pdf-view');
  drawing.catch(() => undefined);
  const original = await bytes;
  const { openPdf } = await drawing;
  return openPdf(original, async (page) =>
    recognised.has(page) ? (await api.pageWords(documentId, page)).words : [],
  );
}
