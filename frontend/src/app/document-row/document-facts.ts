import { formatBytes, formatDate, formatDay, formatLanguage, type Terms } from '../../i18n';
import { type DocumentRecord, titleOf } from '../../state';

/** What a document is, in a few words each: where it came from, who wrote it and when, how long it is. */
export function documentFacts(
  document: DocumentRecord,
  foldered: boolean,
  { library, shelf, language }: Terms,
): readonly string[] {
  const { filename, folder, author, date, pages, passages, bytes } = document;
  const path = foldered || folder === null || folder === '' ? '' : `${folder}/`;
  return [
    path + (filename === titleOf(document) ? '' : filename),
    author ?? '',
    date === null ? '' : shelf.dated(formatDay(language, date)),
    pages === null || pages === 0 ? '' : library.pages(pages),
    passages === null || passages === 0 ? '' : library.passages(passages),
    formatBytes(language, bytes),
    document.language === null ? '' : formatLanguage(language, document.language),
    library.added(formatDate(language, document.uploadedAt)),
  ].filter((fact) => fact !== '');
}
