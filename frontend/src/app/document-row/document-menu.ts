import { documentPath } from '../../components';
import type { DocumentActionName } from '../../events';
import type { Terms } from '../../i18n';
import { type DocumentRecord, isOriginalKept } from '../../state';
import type { MenuItem } from '../menu/menu.component';

const actions: readonly DocumentActionName[] = ['edit', 'replace', 'ingest', 'cancel', 'remove'];

export function isAction(item: string): item is DocumentActionName {
  return actions.some((action) => action === item);
}

/**
 * What can be done with a document as it is now. What a duplicate says and how it reads is its original's to change.
 *
 * @param originalUrl - Where its file is had from.
 */
export function documentMenu(
  document: DocumentRecord,
  originalUrl: string,
  { shelf, app, library, viewer }: Terms,
): readonly MenuItem[] {
  const open: MenuItem = { id: 'open', label: shelf.openDocument, href: documentPath(document.id) };
  const remove = item('remove', `${library.removeConfirm}…`, true);
  switch (document.status) {
    case 'ready':
      return document.duplicateOf !== null
        ? [open, item('replace', shelf.newVersion), remove]
        : [
            open,
            item('edit', shelf.edit),
            item('replace', shelf.newVersion),
            item('ingest', shelf.readAgain),
            remove,
          ];
    case 'superseded':
      // A newer version that was deleted has left nothing in this one's place.
      return document.supersededBy === null
        ? [open, item('ingest', shelf.readAgain), remove]
        : [open, remove];
    case 'failed':
      return isOriginalKept(document)
        ? [
            item('ingest', app.tryAgain),
            { id: 'original', label: viewer.original, href: originalUrl, download: document.filename },
            remove,
          ]
        : [remove];
    case 'indexing':
      return [remove];
    case 'queued':
    case 'parsing':
      return [item('cancel', shelf.cancel), remove];
  }
}

function item(id: DocumentActionName, label: string, danger = false): MenuItem {
  return { id, label, danger };
}
